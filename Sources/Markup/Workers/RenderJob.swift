/// One page on its way through the pool.
struct RenderJob: Sendable {
    let markdown: [UInt8]
    let priority: RenderPriority
    let continuation: CheckedContinuation<Result<Document, MarkupError>, Never>

    /// Whether it must leave half of the workers to readers.
    var isPatient: Bool { priority != .page }
}
