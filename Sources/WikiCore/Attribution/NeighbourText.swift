import Git

/// A text that another page had when a revision came, from which that revision may have taken words.
struct NeighbourText: Hashable {
    /// The page.
    let page: Int64
    /// The text.
    let blob: ObjectID
    /// Its authors are those that the page's revisions up to this place tell.
    let place: Int64
}
