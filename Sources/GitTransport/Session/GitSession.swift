import Git
import Logging
import PushHook

/// Serves one client, over HTTP or SSH alike: runs git, and lets bytes through both ways as fast as both take them.
struct GitSession: Sendable {
    let service: GitService
    let desk: PushDesk
    let limits: SessionLimits
    let logger: Logger
    /// Makes the secret numbers of pushes.
    let secret: @Sendable () -> String
    /// Where hooks find the server.
    let socket: String

    /// Serves a client to the end.
    /// - Throws: where the client is gone, stands still for too long, or git can't be run.
    /// - Parameter watch: sees whether the client stands still.
    func serve(
        _ program: GitService.Program, _ manner: GitService.Manner, _ client: some GitClient, _ visitor: GitVisitor, _ watch: StallWatch
    ) async throws {
        switch program {
        case .uploadPack: try await serveClone(manner, client, watch)
        case .receivePack: try await servePush(manner, client, visitor, watch)
        }
    }

    // MARK: Clones

    private func serveClone(_ manner: GitService.Manner, _ client: some GitClient, _ watch: StallWatch) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watch.alarm(after: limits.clone) }
            group.addTask {
                let outcome = try await service.run(.uploadPack, manner) { feed in
                    while let bytes = try? await watch.reading(atMost: limits.readStall, { try await client.read() }) {
                        guard await feed.write(bytes) else { return }
                    }
                } errors: { bytes in
                    await client.complain(bytes)
                } output: { bytes in
                    try await watch.writing(atMost: limits.writeStall) { try await client.write(bytes) }
                }
                try Task.checkCancellation()
                if !outcome.succeeded { logger.info("git upload-pack ended early: \(TerminalText.escaped(outcome.message))") }
            }
            // The alarm never ends by itself but with an error; the first that ends in peace is the service.
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }

    // MARK: Pushes

    private func servePush(
        _ manner: GitService.Manner, _ client: some GitClient, _ visitor: GitVisitor, _ watch: StallWatch
    ) async throws {
        let push = PendingPush(id: secret(), visitor: visitor, packLimit: service.limits.pack, watch: watch)
        guard desk.open(push) else { throw CancellationError() }
        // Not a part of this task: a push that was let in comes to its end whatever becomes of its client.
        let program = Task { await run(push, manner, client) }
        push.onKill { program.cancel() }
        do {
            try await relay(push, client, watch)
        } catch {
            push.abandon()
            guard watch.isRecalled, !push.isAccepted else { throw error }
            await sayGoodbye(push, client)
        }
        // Cancelled without an error: the client is gone all the same.
        if Task.isCancelled { push.abandon() }
    }

    /// The most time that a client which stood still has for hearing why it had to go.
    private static let farewell = Duration.seconds(5)

    /// Tells a client that others needed its place.
    private func sayGoodbye(_ push: PendingPush, _ client: some GitClient) async {
        let (report, words) = (PushReport(push.opening), push.visitor.words)
        let lines = [words.text("push.standstill")]
        try? await Deadline.run(Self.farewell) {
            await client.complain(report.complaint(lines))
            try await client.write(report.refusal(lines, reason: words.declined))
        }
    }

    private enum Part {
        case sending, receiving
    }

    /// Lets bytes through until git has said its last word, and then goes on reading for a while: a client that is still
    /// sending its pack would take a closed connection for an error and never see the answer.
    private func relay(_ push: PendingPush, _ client: some GitClient, _ watch: StallWatch) async throws {
        try await withThrowingTaskGroup(of: Part.self) { group in
            group.addTask {
                try await watch.alarm(after: limits.push)
                return .sending
            }
            group.addTask {
                try await receive(push, client, watch)
                return .receiving
            }
            group.addTask {
                while let bytes = await push.output.next() {
                    try await watch.writing(atMost: limits.writeStall) { try await client.write(bytes) }
                }
                try Task.checkCancellation()
                return .sending
            }
            defer { group.cancelAll() }
            var isReceiving = true
            while let part = try await group.next() {
                if part == .receiving { isReceiving = false } else { break }
            }
            guard isReceiving else { return }
            group.addTask {
                try await Task.sleep(for: limits.drain)
                return .receiving
            }
            _ = try await group.next()
        }
    }

    /// Hands on what the client sends; once git takes no more of it, reads on to the end, within the bound of a push.
    private func receive(_ push: PendingPush, _ client: some GitClient, _ watch: StallWatch) async throws {
        var count = 0
        do {
            while let bytes = try await watch.reading(atMost: limits.readStall, { try await client.read() }) {
                await push.input.send(bytes)
                count += bytes.count
                // Git itself refuses a longer pack, with a sentence; past twice as much nobody listens any more.
                guard count <= 2 * service.limits.pack + PushOpening.byteLimit else { break }
            }
        } catch is GzipInflater.Malformed {
            stop(push, .malformed)
        } catch is HTTPClient.TooLong {
            stop(push, .packTooLarge(limit: service.limits.pack))
        }
        push.input.finish()
    }

    /// Ends a push in the middle, whose client hears why.
    private func stop(_ push: PendingPush, _ refusal: PushRefusal) {
        if push.refuse(refusal) { push.kill() }
    }

    /// Runs git for a push, and says the last word.
    private func run(_ push: PendingPush, _ manner: GitService.Manner, _ client: some GitClient) async {
        var service = service
        service.variables = [
            HookEnvironment.socket: socket, HookEnvironment.push: push.id, HookEnvironment.gone: push.visitor.words.gone,
        ]
        let outcome: GitService.Outcome
        do {
            outcome = try await service.run(.receivePack, manner) { feed in
                await self.feed(push, to: feed)
            } errors: { bytes in
                await client.complain(push.explained(bytes))
            } output: { bytes in
                await push.take(bytes)
            }
        } catch {
            logger.error("git receive-pack: \(error)")
            outcome = GitService.Outcome(succeeded: false, wasKilled: true, message: "\(error)")
        }
        push.end.set(outcome)
        push.input.abandon()
        // Not a part of this task either, which may have been cancelled in order to end git.
        await Task { await conclude(push, outcome, client) }.value
    }

    private func conclude(_ push: PendingPush, _ outcome: GitService.Outcome, _ client: some GitClient) async {
        // The half of a packet that a killed git leaves is of no use to anybody.
        if !outcome.wasKilled { await push.output.send(push.takeRest()) }
        await push.output.send(await lastWord(push, outcome, client))
        push.output.finish()
        await desk.close(push)
    }

    /// Hands git the client's commands once they are worth it, and then the pack.
    private func feed(_ push: PendingPush, to feed: GitService.Feed) async {
        do throws(PushOpening.Malformed) {
            let opening = try await PushOpening.read(from: { await push.input.next() })
            push.opening = opening
            if let refusal = desk.rules(for: push.visitor).objection(to: opening.commands) {
                return await refuse(push, refusal, to: feed)
            }
            guard await feed.write(opening.bytes) else { return }
        } catch {
            return await refuse(push, .malformed, to: feed)
        }
        while let bytes = await push.input.next() {
            guard await feed.write(bytes) else { return }
        }
    }

    /// Refuses a push of which git has heard nothing. No command at all: git ends in peace.
    private func refuse(_ push: PendingPush, _ refusal: PushRefusal, to feed: GitService.Feed) async {
        push.refuse(refusal)
        _ = await feed.write(PacketLine.flush)
    }

    /// What the client hears at the end, besides what it has heard.
    private func lastWord(_ push: PendingPush, _ outcome: GitService.Outcome, _ client: some GitClient) async -> [UInt8] {
        let report = PushReport(push.opening)
        let words = push.visitor.words
        if let refusal = push.refusal {
            let lines = words.lines(refusal)
            await desk.note(refusal, push, line: lines.first)
            await client.complain(report.complaint(lines))
            return report.refusal(lines, reason: words.declined)
        }
        guard push.isAccepted else {
            if let refusal = push.gitsRefusal { await desk.note(refusal, push, line: words.lines(refusal).first) }
            if outcome.wasKilled, !push.opening.commands.isEmpty { return report.refusal(words.lines(.busy), reason: words.declined) }
            // Git dies without a word to the client of what it does not understand.
            let isMute = !outcome.succeeded && !push.hasSpoken
            return isMute ? report.refusal(words.lines(.malformed), reason: words.declined) : []
        }
        guard case .settled(let kept) = await push.settlement.wait() else {
            await client.complain(report.complaint([words.failed]))
            return report.refusal([words.failed], reason: words.unsafe)
        }
        if let held = push.held, report.accepted(in: held) == kept { return held }
        // Git was stopped before it could tell, or tells something else than what is so.
        let lines = kept.count == push.opening.commands.count ? [] : [words.failed]
        await client.complain(report.complaint(lines))
        return report.refusal(lines, reason: words.unsafe, keeping: kept)
    }
}
