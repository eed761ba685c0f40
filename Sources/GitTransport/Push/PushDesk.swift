import Community
import Git
import Glibc
import Logging
import Synchronization
import WikiCore

/// Where pushes are judged and let in: their hooks come here, each by its secret number.
final class PushDesk: Sendable {
    private struct State {
        /// True where a push ended badly since nobody pushed.
        var leavesRemains = false
        var pushes: [String: PendingPush] = [:]
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    let wiki: Wiki
    let policy: any EditPolicy
    let members: Members
    private let permissions: Permissions
    private let refusals: RefusalLog
    /// The repository's folder, without links and relative parts.
    let directory: String
    let logger: Logger
    let queue = BlockingQueue(label: "stemma.pushes")
    private let state = Mutex(State())

    init(
        wiki: Wiki, policy: any EditPolicy, members: Members, permissions: Permissions, refusals: RefusalLog, directory: String,
        logger: Logger
    ) {
        self.wiki = wiki
        self.policy = policy
        self.members = members
        self.permissions = permissions
        self.refusals = refusals
        self.directory = directory
        self.logger = logger
    }

    // MARK: Pushes under way

    /// Expects the hook of a push; false where the wiki is closing.
    func open(_ push: PendingPush) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.pushes[push.id] = push
            return true
        }
    }

    /// Forgets a push whose program has ended. A git that was stopped leaves what it kept apart of the push; that goes as soon as
    /// no other push is under way, whose own looks the same from outside.
    func close(_ push: PendingPush) async {
        let failed = push.end.current?.succeeded != true
        state.withLock { state in
            state.pushes[push.id] = nil
            if failed { state.leavesRemains = true }
        }
        await sweep()
        let closers = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            guard state.pushes.isEmpty else { return [] }
            defer { state.closers = [] }
            return state.closers
        }
        if failed { sweepLater() }
        for closer in closers { closer.resume() }
    }

    /// A push that begins meanwhile keeps its own: its git runs before it keeps anything.
    private func sweep() async {
        let isDue = state.withLock { state in
            guard state.pushes.isEmpty, state.leavesRemains else { return false }
            state.leavesRemains = false
            return true
        }
        guard isDue else { return }
        let (directory, now) = (directory, Int(wiki.now))
        let isClean = try? await queue.run { GitMaintenance(directory: directory).removeQuarantines(now: now) }
        if isClean != true { state.withLock { $0.leavesRemains = true } }
    }

    /// In how many seconds it is swept again, one after another.
    private static let pauses = [1, 1, 1, 1, 1, 15, 30, 60]

    /// What a stopped git had started may still have written for a moment after it; what was left alone goes once its owner is gone.
    private func sweepLater() {
        Task {
            for seconds in Self.pauses {
                try? await Task.sleep(for: .seconds(seconds))
                if seconds == 1 { state.withLock { $0.leavesRemains = true } }
                await sweep()
            }
        }
    }

    /// Takes no more pushes, ends those that were not let in, and returns once all have ended.
    func close() async {
        let pushes = state.withLock { state in
            state.isClosed = true
            return Array(state.pushes.values)
        }
        for push in pushes { push.abandon() }
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if !state.pushes.isEmpty { state.closers.append(continuation) }
                return state.pushes.isEmpty
            }
            if isEmpty { continuation.resume() }
        }
    }

    /// What a visitor's pushes are judged by.
    func rules(for visitor: GitVisitor) -> PushRules {
        var rules = PushRules(branch: wiki.branch.name, configuration: wiki.configuration)
        rules.mayTag = permissions.allows(.review, visitor.actor)
        rules.mayConfigure = permissions.allows(.administer, visitor.actor)
        let policy = policy
        rules.settingsFault = { policy.objection(toSettings: $0, of: $1) }
        if wiki.configuration.push.identity == .strict {
            let (account, addresses) = (visitor.actor.account?.id, members.addresses)
            rules.isOwn = { email in
                guard let account else { return false }
                return try addresses.credit(email: email)?.id == account
            }
        }
        return rules
    }

    // MARK: Hooks

    /// Answers the hook of a push. Where the push is let in, this returns once it is settled.
    func hear(_ request: HookRequest, _ reply: some HookReply) async {
        guard let push = state.withLock({ $0.pushes[request.push] }), push.hear() else {
            _ = await reply.answer(false)
            return
        }
        do {
            let checked = try await judge(request, push)
            for line in hints(checked, push) { await reply.say(line) }
            push.settlement.set(.settled(try await admit(checked, push, reply)))
        } catch {
            if push.isAccepted {
                logger.error("a push was let in and not settled: \(error)")
                push.settlement.set(.failed)
            } else {
                await refuse(push, PushRefusal(error), reply)
            }
        }
    }

    /// Tells why, and writes it down.
    private func refuse(_ push: PendingPush, _ refusal: PushRefusal, _ reply: some HookReply) async {
        let lines = push.visitor.words.lines(refusal)
        for line in lines { await reply.say(line) }
        _ = await reply.answer(false)
        await note(refusal, push, line: lines.first)
    }

    /// Writes a refusal down: in the audit log, and where something broke in the server's.
    func note(_ refusal: PushRefusal, _ push: PendingPush, line: String?) async {
        if case .broken(let cause) = refusal { logger.error("a push was refused: \(cause)") }
        var action = AuditAction.pushRefused
        if case .rule(.protected, _, _) = refusal { action = .pathProtected }
        // An address is somebody's own, and the log is kept.
        var detail = line
        if case .commit(let id, .author) = refusal { detail = "author \(id.short)" }
        if case .commit(let id, .coAuthor) = refusal { detail = "co-author \(id.short)" }
        await refusals.note(AuditEntry(action, by: push.visitor.context, target: wiki.branch.shortName, detail: detail))
    }

    /// A line about each of the first authors' addresses that look as though nobody had chosen them.
    private func hints(_ checked: CheckedPush, _ push: PendingPush) -> [String] {
        Self.odd(checked.commits).map { push.visitor.words.hint(email: $0.authorEmail, commit: $0.id) }
    }

    /// The first commits of up to three addresses that look so.
    static func odd(_ commits: [CheckedPush.NewCommit]) -> [CheckedPush.NewCommit] {
        var odd: [CheckedPush.NewCommit] = []
        for commit in commits where looksUnconfigured(commit.authorEmail) {
            guard !odd.contains(where: { $0.authorEmail == commit.authorEmail }) else { continue }
            odd.append(commit)
            if odd.count == 3 { break }
        }
        return odd
    }

    /// `user@laptop`, `user@laptop.local`, or nothing at all: what git makes up where nobody told it.
    static func looksUnconfigured(_ email: String) -> Bool {
        let host = email.lowercased().split(separator: "@", omittingEmptySubsequences: false).dropFirst().last ?? ""
        return !host.contains(".") || host.hasSuffix(".local") || host.hasSuffix(".localdomain") || host.hasSuffix(".(none)")
    }

    /// The folder that a hook names, where it is one of those that git keeps pushes apart in.
    func quarantine(_ path: String) throws -> String? {
        if path.isEmpty { return nil }
        guard let resolved = realpath(path, nil) else { throw PushRefusal.broken("no such quarantine: \(path)") }
        defer { free(resolved) }
        let folder = String(cString: resolved)
        let objects = "\(directory)/objects/"
        let name = folder.hasPrefix(objects) ? folder.dropFirst(objects.count) : ""
        guard name.hasPrefix("tmp_objdir-") || name.hasPrefix("incoming-"), !name.contains("/") else {
            throw PushRefusal.broken("no quarantine of this repository: \(path)")
        }
        return folder
    }
}
