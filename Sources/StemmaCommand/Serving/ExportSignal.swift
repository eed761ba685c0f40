/// Says that something has changed to whoever follows: one word is kept until it is heard, and more of them are the same one.
struct ExportSignal: Sendable {
    /// The words, for one listener.
    let changes: AsyncStream<Void>
    private let change: AsyncStream<Void>.Continuation

    init() {
        (changes, change) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Something has changed. Waits for nothing.
    func send() { change.yield() }

    /// Nothing will change any more.
    func finish() { change.finish() }
}
