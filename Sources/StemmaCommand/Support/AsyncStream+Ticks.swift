extension AsyncStream<Void> {
    /// One word at once and then one each time that this time has gone by, until the task that listens is cancelled.
    static func every(_ interval: Duration) -> AsyncStream<Void> {
        let clock = ContinuousClock()
        return AsyncStream(unfolding: { try? await clock.sleep(for: interval) })
    }
}
