import Synchronization

/// Bytes on their way from one task to another; who sends waits while too many are under way.
final class BytePipe: Sendable {
    private struct State {
        var chunks: [[UInt8]] = []
        var bytes = 0
        var limit: Int
        var isFinished = false
        var isAbandoned = false
        var reader: CheckedContinuation<[UInt8]?, Never>?
        var sender: CheckedContinuation<Void, Never>?

        var isOpen: Bool { !isFinished && !isAbandoned }

        /// Takes out the oldest chunk.
        mutating func take() -> [UInt8]? {
            guard !chunks.isEmpty else { return nil }
            let chunk = chunks.removeFirst()
            bytes -= chunk.count
            return chunk
        }

        /// The sender, where it need not wait any longer.
        mutating func freedSender() -> CheckedContinuation<Void, Never>? {
            guard bytes < limit || !isOpen else { return nil }
            defer { sender = nil }
            return sender
        }
    }

    private let state: Mutex<State>

    /// - Parameter limit: how many bytes are under way before who sends waits.
    init(limit: Int) {
        state = Mutex(State(limit: limit))
    }

    /// Sends bytes, and waits while too many are under way, unless the task is cancelled. Once nobody reads any more they go
    /// nowhere.
    func send(_ chunk: [UInt8]) async {
        guard !chunk.isEmpty else { return }
        let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, Never>? in
            guard state.isOpen else { return nil }
            if let reader = state.reader {
                state.reader = nil
                return reader
            }
            state.chunks.append(chunk)
            state.bytes += chunk.count
            return nil
        }
        if let reader { return reader.resume(returning: chunk) }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayGoOn = state.withLock { state in
                    if state.bytes < state.limit || !state.isOpen || Task.isCancelled { return true }
                    state.sender = continuation
                    return false
                }
                if mayGoOn { continuation.resume() }
            }
        } onCancel: {
            let sender = state.withLock { state in
                defer { state.sender = nil }
                return state.sender
            }
            sender?.resume()
        }
    }

    /// The next bytes; nil at their end, or where the task is cancelled.
    func next() async -> [UInt8]? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (answer, sender) = state.withLock { state -> ([UInt8]??, CheckedContinuation<Void, Never>?) in
                    if let chunk = state.take() { return (.some(chunk), state.freedSender()) }
                    if !state.isOpen || Task.isCancelled { return (.some(nil), nil) }
                    state.reader = continuation
                    return (nil, nil)
                }
                sender?.resume()
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let reader = state.withLock { state in
                defer { state.reader = nil }
                return state.reader
            }
            reader?.resume(returning: nil)
        }
    }

    /// No more bytes come.
    func finish() { release { $0.isFinished = true } }

    /// Nobody reads any more.
    func abandon() {
        release { state in
            state.isAbandoned = true
            state.chunks = []
            state.bytes = 0
        }
    }

    /// Who sends never waits from now on: what is sent is little, and somebody else waits for it to be sent.
    func takeAll() {
        let sender = state.withLock { state in
            state.limit = .max
            return state.freedSender()
        }
        sender?.resume()
    }

    /// Closes one end, and lets go who waits at the other.
    private func release(_ change: (inout State) -> Void) {
        let (reader, sender) = state.withLock { state -> (CheckedContinuation<[UInt8]?, Never>?, CheckedContinuation<Void, Never>?) in
            change(&state)
            defer { state.reader = nil }
            return (state.reader, state.freedSender())
        }
        reader?.resume(returning: nil)
        sender?.resume()
    }
}
