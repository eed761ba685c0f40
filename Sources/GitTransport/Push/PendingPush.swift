import Git
import Synchronization

/// One push under way: what the program behind it, the hook, the edits' queue and the client have to know of each other.
final class PendingPush: Sendable {
    /// How a push that was let in has ended.
    enum Settlement: Hashable, Sendable {
        /// These references are moved, durable, written down and shown. Git moved no others, and says why.
        case settled(Set<[UInt8]>)
        /// Something failed after git moved the references, or nobody knows what happened.
        case failed
    }

    private struct State {
        var opening = PushOpening()
        var refusal: PushRefusal?
        var isHeard = false
        var isAccepted = false
        var hasSpoken = false
        var held: [UInt8] = []
        var isOverfull = false
        var words: ExplainedOutput
        var kill: (@Sendable () -> Void)?
        var isKilled = false
    }

    /// The secret number by which the hook names it.
    let id: String
    /// Who pushes.
    let visitor: GitVisitor
    /// What the client sends.
    let input = BytePipe(limit: 256 << 10)
    /// What the client gets.
    let output = BytePipe(limit: 256 << 10)
    /// What came of the program.
    let end = OneTimeValue<GitService.Outcome>()
    /// What came of the push, once it was let in.
    let settlement = OneTimeValue<Settlement>()
    private let watch: StallWatch
    private let state: Mutex<State>

    /// Git's last words are few: a line a reference.
    private static let heldLimit = 1 << 20

    /// - Parameters:
    ///   - packLimit: the most bytes of a pack that git takes.
    ///   - watch: sees whether the client stands still.
    init(id: String, visitor: GitVisitor, packLimit: Int, watch: StallWatch) {
        self.id = id
        self.visitor = visitor
        self.watch = watch
        state = Mutex(State(words: ExplainedOutput(limit: packLimit, words: visitor.words)))
    }

    /// What the client asked for.
    var opening: PushOpening {
        get { state.withLock { $0.opening } }
        set { state.withLock { $0.opening = newValue } }
    }

    /// Why it is refused before git hears of all of it.
    var refusal: PushRefusal? { state.withLock { $0.refusal } }

    /// Refuses it, unless it is let in, or over: what is wrong with the end of something that is given up is nobody's business.
    /// - Returns: false where it was not refused.
    @discardableResult
    func refuse(_ refusal: PushRefusal) -> Bool {
        state.withLock { state in
            guard !state.isAccepted, !state.isKilled else { return false }
            state.refusal = refusal
            return true
        }
    }

    /// True once git has said anything to the client.
    var hasSpoken: Bool { state.withLock { $0.hasSpoken } }

    /// Why git itself refused it, where it said so in words that are known.
    var gitsRefusal: PushRefusal? { state.withLock { $0.words.refusal } }

    /// What git says to people beside the protocol, with what has to be said before it. Where the client has a band for it, git says
    /// it there.
    func explained(_ complaint: [UInt8]) -> [UInt8] {
        state.withLock { state in
            guard !PushReport(state.opening).hasBand else { return complaint }
            return Array(state.words.explanation(of: complaint).utf8) + complaint
        }
    }

    /// True once it was let in: from then on nothing that git says goes to the client before all is settled.
    var isAccepted: Bool { state.withLock { $0.isAccepted } }

    /// What git said since it was let in; nil where that was more than can be true.
    var held: [UInt8]? { state.withLock { $0.isOverfull ? nil : $0.held } }

    /// True for the first hook that asks. All of the push is here then.
    func hear() -> Bool {
        watch.excuse()
        return state.withLock { state in
            defer { state.isHeard = true }
            return !state.isHeard
        }
    }

    /// Lets it in; false where it is over already.
    func accept() -> Bool {
        let isIn = state.withLock { state in
            guard !state.isKilled, state.refusal == nil, end.current == nil else { return false }
            state.isAccepted = true
            state.held = state.words.takeRest()
            return true
        }
        // A client that reads nothing must not hold up the turn.
        if isIn { output.takeAll() }
        return isIn
    }

    /// Takes what git writes: to the client, or to be held back.
    func take(_ bytes: [UInt8]) async {
        let passing = state.withLock { state -> [UInt8] in
            state.hasSpoken = true
            guard state.isAccepted else { return state.words.pass(bytes) }
            if state.held.count + bytes.count > Self.heldLimit { state.isOverfull = true } else { state.held += bytes }
            return []
        }
        await output.send(passing)
    }

    /// The end of what git wrote, where that is no whole packet.
    func takeRest() -> [UInt8] { state.withLock { $0.words.takeRest() } }

    /// Says how the program can be ended.
    func onKill(_ kill: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.kill = kill
            return state.isKilled
        }
        if isLate { kill() }
    }

    /// Ends the program, whatever it does.
    func kill() {
        let kill = state.withLock { state in
            state.isKilled = true
            return state.kill
        }
        kill?()
    }

    /// The client is gone: ends the program, unless the push was let in, which then comes to its end without a listener.
    func abandon() {
        // Known to be over before anything ends, so that nobody takes the end of its bytes for a fault.
        let kill = state.withLock { state -> (@Sendable () -> Void)? in
            guard !state.isAccepted else { return nil }
            state.isKilled = true
            return state.kill
        }
        input.abandon()
        output.abandon()
        kill?()
    }

    /// Waits for the program's end, and brings it about once the time is over.
    func waitForEnd(killingAfter limit: Duration) async -> GitService.Outcome {
        let clock = Task {
            try await Task.sleep(for: limit)
            kill()
        }
        defer { clock.cancel() }
        return await end.wait()
    }
}
