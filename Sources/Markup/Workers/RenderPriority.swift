/// Who waits for a page. Whatever was never rendered before (previews, saves, bulk work) shares at most half of the workers, so
/// that readers always find one.
package enum RenderPriority: Sendable, Equatable {
    /// A reader waits.
    case page
    /// An editor types, or saves.
    case preview
    /// The index is being filled.
    case bulk
}
