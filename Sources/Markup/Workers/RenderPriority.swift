/// Who waits for a page. Previews and bulk work share at most half of the workers, so that readers always find one.
package enum RenderPriority: Sendable, Equatable {
    /// A reader waits.
    case page
    /// An editor types.
    case preview
    /// The index is being filled.
    case bulk
}
