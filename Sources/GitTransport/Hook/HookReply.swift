/// The way back to a hook that waits for its answer.
protocol HookReply: Sendable {
    /// Shows a line to who pushes.
    func say(_ line: String) async
    /// Lets the push in, or not; false where the hook is gone.
    func answer(_ isAccepted: Bool) async -> Bool
}
