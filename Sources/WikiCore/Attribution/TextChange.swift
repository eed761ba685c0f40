import Git

/// What a revision did to a page's text, as others may have taken words from it.
struct TextChange: Hashable {
    /// The page.
    let page: Int64
    /// The commit's place in the order of commits.
    let place: Int64
    /// The text before; nil where there was none.
    let old: ObjectID?
    /// The text after; nil where the page was deleted.
    let new: ObjectID?
    /// True where it is by the person who made the revision for which it was looked up.
    let isByOneHand: Bool

    /// The text before, and who wrote it then.
    var before: NeighbourText? { old.map { NeighbourText(page: page, blob: $0, place: place - 1) } }

    /// The text after, or the last that a deleted page had.
    var after: NeighbourText? { (new ?? old).map { NeighbourText(page: page, blob: $0, place: place) } }
}
