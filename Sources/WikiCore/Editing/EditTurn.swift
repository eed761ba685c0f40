import Git

/// A turn among the edits, for something that moves the branch itself: what it does, and who waits for it.
struct EditTurn: Sendable {
    /// Tells it from others.
    let id: Int
    /// How long it may last before it is cancelled.
    let deadline: Duration
    /// Begins it on the tip of the branch.
    let begin: @Sendable (ObjectID?) -> Run
    /// Ends it before it began.
    let refuse: @Sendable (any Error) -> Void

    /// A turn that has begun.
    struct Run: Sendable {
        /// Asks it to end soon.
        let cancel: @Sendable () -> Void
        /// Waits until it has ended, and gives back what hands its result to who waits for it.
        let end: @Sendable () async -> @Sendable () -> Void
    }

    init<Value: Sendable>(
        id: Int, deadline: Duration, _ body: @escaping @Sendable (ObjectID?) async throws -> Value,
        answer: CheckedContinuation<Value, any Error>
    ) {
        self.id = id
        self.deadline = deadline
        begin = { tip in
            // Detached: what blocks or lasts in it must not hold the queue's own executor.
            let task = Task.detached { try await body(tip) }
            return Run(
                cancel: { task.cancel() },
                end: {
                    let result = await task.result
                    return { answer.resume(with: result) }
                })
        }
        refuse = { answer.resume(throwing: $0) }
    }
}
