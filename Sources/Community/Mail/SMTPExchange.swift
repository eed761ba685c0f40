import Synchronization

/// One letter on its way: what is still to be sent, and what the server refused. libcurl asks it from the thread of the
/// transfer; anybody may cancel it.
final class SMTPExchange: Sendable {
    private struct State {
        var sent = 0
        /// The lines of the reply that is being read.
        var reply: [UInt8] = []
        /// The last reply that was a refusal, its lines put together.
        var refusal: [UInt8] = []
        /// When it must be over.
        var deadline: ContinuousClock.Instant?
    }

    /// More of a reply is not kept.
    private static let maximumReply = 2048
    /// How long saying goodbye may take once the letter is taken.
    private static let goodbye = Duration.seconds(2)

    private let text: [UInt8]
    private let state = Mutex(State())
    private let cancelled = Atomic(false)

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// How many bytes the letter has.
    var size: Int { text.count }

    /// The server's last refusal, for people; empty where it refused nothing.
    var refusal: String { state.withLock { MailError.printable($0.refusal) } }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Starts the time that the transfer may take.
    func begin(within limit: Duration) { state.withLock { $0.deadline = .now + limit } }

    /// True where libcurl shall stop. It keeps to its own limit while it sends, but then says goodbye, for which it would
    /// give a server that hangs two minutes.
    var mustEnd: Bool { isCancelled || state.withLock { $0.deadline.map { $0 <= .now } ?? false } }

    /// Ends the transfer soon.
    func cancel() { cancelled.store(true, ordering: .relaxed) }

    /// Puts the next bytes of the letter into a buffer, and says how many.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        state.withLock { state in
            let next = text[state.sent...].prefix(buffer.count)
            buffer.copyBytes(from: next)
            state.sent += next.count
            return next.count
        }
    }

    /// Takes in one line of what the server says: `550-…` where more lines follow, `550 …` where it is the last.
    func hear(_ line: some Sequence<UInt8>) {
        state.withLock { state in
            let line = line.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
            let room = max(0, Self.maximumReply - state.reply.count)
            if state.reply.isEmpty { state.reply += line.prefix(3) }
            state.reply += ([UInt8(ascii: " ")] + line.dropFirst(4)).prefix(room)
            guard line.dropFirst(3).first != UInt8(ascii: "-") else { return }
            if let first = state.reply.first, "45".utf8.contains(first) { state.refusal = state.reply }
            state.reply = []
            if state.sent == text.count { state.deadline = min(state.deadline ?? .now, .now + Self.goodbye) }
        }
    }
}
