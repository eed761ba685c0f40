package import Community
import Git
import Glibc
import HTTPTypes
package import Logging
import PushHook
package import WikiCore
package import Wording

/// Git's side of a wiki's server: clones, pushes and their hooks, SSH, and the repository's upkeep. Made once, started before
/// the first request, closed before the wiki is.
package struct GitServer: Sendable {
    /// What it is made of.
    package struct Parts: Sendable {
        /// The wiki that is served.
        package let wiki: Wiki
        /// Says what may be changed.
        package let policy: any EditPolicy
        /// The people.
        package let members: Members
        /// Says who may do what.
        package let permissions: Permissions
        /// Sentences by the languages that a client wants (`Accept-Language`), or the wiki's own.
        package let words: @Sendable (String?) -> Phrasebook

        /// Puts the parts together.
        package init(
            wiki: Wiki, policy: any EditPolicy, members: Members, permissions: Permissions,
            words: @escaping @Sendable (String?) -> Phrasebook
        ) {
            self.wiki = wiki
            self.policy = policy
            self.members = members
            self.permissions = permissions
            self.words = words
        }
    }

    let door: GitDoor
    private let parts: Parts
    private let desk: PushDesk
    private let service: GitService
    private let limits: SessionLimits
    /// Pushes of nobody known, by network: as many as edits.
    private let openPushes: FailureRate
    private let gates: (listings: ServiceGate, clones: ServiceGate, pushes: ServiceGate)
    private let room: WaitingRoom
    private let listener: UnixListener
    private let upkeep: Upkeep
    private let secret: @Sendable () -> String
    private let logger: Logger

    /// The socket on which hooks and `stemma ssh-serve` find the server of a data folder.
    package static func socket(in folder: String) -> String { "\(folder)/server.sock" }

    /// Prepares everything: the folder of hooks, the socket; clears away what a killed server left.
    /// - Parameters:
    ///   - folder: the data folder, which this process has locked.
    ///   - hook: the program that git starts for every push.
    ///   - secrets: makes the numbers of pushes, which nobody guesses.
    ///   - now: seconds since 1970.
    package init(
        _ parts: Parts, folder: String, hook: String, limits: SessionLimits = SessionLimits(), logger: Logger,
        secrets: SecretSource = .system, now: @escaping @Sendable () -> Int64
    ) throws {
        let folder = try Self.resolved(folder)
        let directory = try Self.resolved(parts.wiki.branch.directory)
        var service = GitService(directory: directory, branch: parts.wiki.branch.name, limits: Self.bounds(parts.wiki, limits))
        service.hooks = try HookFolder(path: "\(folder)/hooks", program: hook).path
        self.service = service
        self.parts = parts
        self.limits = limits
        self.logger = logger
        secret = { secrets.bytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        gates = (
            ServiceGate(limit: limits.listings, standstill: limits.standstill),
            ServiceGate(limit: limits.clones, standstill: limits.standstill),
            ServiceGate(limit: limits.pushes, standstill: limits.standstill)
        )
        room = WaitingRoom(limit: limits.waitingRoom)
        let perMinute = parts.wiki.configuration.limits.editsPerMinute
        openPushes = FailureRate(burst: perMinute, perMinute: perMinute, clock: now)
        let refusals = RefusalLog(members: parts.members, logger: logger, now: now)
        door = GitDoor(
            members: parts.members, permissions: parts.permissions, failures: FailureRate(clock: now), refusals: refusals,
            realm: parts.wiki.configuration.site.name, logger: logger)
        desk = PushDesk(
            wiki: parts.wiki, policy: parts.policy, members: parts.members, permissions: parts.permissions, refusals: refusals,
            directory: directory, logger: logger)
        listener = try UnixListener(path: Self.socket(in: folder), logger: logger)
        upkeep = Upkeep(GitMaintenance(directory: directory), logger: logger)
        GitMaintenance(directory: directory).removeLeftovers(olderThan: 0, now: Int(now()))
    }

    /// Begins to listen for hooks and SSH, and to look after the repository.
    package func start() {
        let server = self
        listener.serve { await server.receive($0) }
        let upkeep = upkeep
        parts.wiki.indexer.onUpdate { _ in upkeep.note() }
        upkeep.note()
    }

    /// Takes nothing more; ends clones over SSH and pushes that are not let in, and returns once all have ended. Clones over HTTP
    /// end with their requests.
    package func close() async {
        listener.close()
        await desk.close()
        await listener.endAll()
        await upkeep.close()
    }

    // MARK: For the doors

    func words(_ headers: HTTPFields) -> PushWords { PushWords(parts.words(headers[.acceptLanguage])) }

    /// The wiki's own language, where a client can't say which it wants.
    var ownWords: PushWords { PushWords(parts.words(nil)) }

    var people: (members: Members, permissions: Permissions) { (parts.members, parts.permissions) }

    /// Throws `HTTPRefusal` where somebody without an account has pushed too often; whoever has one is known.
    /// - Parameter counts: false where this is only asked, and no push yet.
    func boundPushes(of visitor: GitVisitor, counts: Bool) throws {
        guard visitor.actor.account == nil, let address = visitor.address else { return }
        guard let seconds = counts ? openPushes.take(address) : openPushes.wait(address) else { return }
        let sentence = visitor.words.text("push.tooOften", ["count": .number(seconds)])
        throw HTTPRefusal.retry(.tooManyRequests, sentence, after: seconds)
    }

    /// Takes a place for a service, or throws `HTTPRefusal`.
    func enter(_ program: GitService.Program, _ visitor: GitVisitor) async throws -> ServiceGate.Ticket {
        try await enter(program == .uploadPack ? gates.clones : gates.pushes, visitor)
    }

    /// Takes a place to say which references there are, or throws `HTTPRefusal`.
    func enterListing(_ visitor: GitVisitor) async throws -> ServiceGate.Ticket { try await enter(gates.listings, visitor) }

    private func enter(_ gate: ServiceGate, _ visitor: GitVisitor) async throws -> ServiceGate.Ticket {
        do {
            return try await gate.enter(as: visitor.holder, patience: limits.patience)
        } catch is ServiceGate.Full {
            throw HTTPRefusal.retry(.serviceUnavailable, crowded(visitor.words), after: limits.retryAfter)
        }
    }

    /// Where stands what a request says before it has a place.
    func seat(for visitor: GitVisitor) -> WaitingRoom.Seat { room.seat(for: visitor.holder) }

    /// Takes a place for a request once it has said what it wants, or throws `HTTPRefusal`.
    func enter(_ program: GitService.Program, _ client: HTTPClient, _ visitor: GitVisitor) async throws -> ServiceGate.Ticket {
        do {
            try await RequestGathering(limits: limits).gather(program, from: client)
        } catch is StallWatch.Stalled {
            throw HTTPRefusal(status: .requestTimeout, sentence: visitor.words.text("push.slow"))
        } catch is WaitingRoom.Full {
            throw HTTPRefusal.retry(.serviceUnavailable, crowded(visitor.words), after: limits.retryAfter)
        }
        // What is wrong with a push its session tells.
        if program == .uploadPack, client.faultAhead != nil {
            throw HTTPRefusal(status: .badRequest, sentence: visitor.words.text("push.malformed"))
        }
        return try await enter(program, visitor)
    }

    /// The sentence for one who found no place.
    func crowded(_ words: PushWords) -> String { words.text("push.crowded", ["count": .number(limits.retryAfter)]) }

    /// What serves one client.
    func session(version: Int) -> GitSession {
        var service = service
        service.protocolVersion = version
        return GitSession(service: service, desk: desk, limits: limits, logger: logger, secret: secret, socket: listener.path)
    }

    /// The most bytes of a request's body: a pack and what stands before it, or what a fetch wants and has.
    func bodyLimit(_ program: GitService.Program) -> Int {
        program == .uploadPack ? limits.fetchRequest : 4 * service.limits.pack + PushOpening.byteLimit
    }

    /// What a client hears first: which references there are, behind the name of the service where the protocol has one.
    func advertisement(_ program: GitService.Program, version: Int, _ words: PushWords) async throws -> [UInt8] {
        let output = BytePipe(limit: .max)
        var service = service
        service.protocolVersion = version
        let outcome = try await Deadline.run(.seconds(30)) { [service] in
            try await service.run(program, .advertisement, input: { _ in }, output: { await output.send($0) })
        }
        output.finish()
        guard outcome.succeeded else {
            logger.error("git \(program.rawValue): \(TerminalText.escaped(outcome.message))")
            throw HTTPRefusal(status: .internalServerError, sentence: words.text("push.refused.broken"))
        }
        var body = version == 2 ? [] : PacketLine.line("# service=git-\(program.rawValue)\n") + PacketLine.flush
        while let bytes = await output.next() { body += bytes }
        return body
    }

    /// Serves a program that came over the socket.
    private func receive(_ socket: AsyncSocket) async {
        await SocketDoor(server: self, desk: desk, logger: logger).receive(socket)
    }

    private static func bounds(_ wiki: Wiki, _ limits: SessionLimits) -> ServiceLimits {
        var bounds = ServiceLimits()
        bounds.pack = wiki.configuration.limits.push
        bounds.stallSeconds = Int(limits.writeStall.components.seconds)
        return bounds
    }

    /// The path without links and relative parts: git runs elsewhere.
    private static func resolved(_ path: String) throws -> String {
        guard let resolved = realpath(path, nil) else { throw UnixAddress.Failure("realpath", path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
