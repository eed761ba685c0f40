package import Prose

/// From a merge to the places that are left to settle.
extension ConflictPlace {
    /// Beyond so many places words are not marked.
    private static let mostMarked = 50

    /// The conflicts of a merge in order, each with its line in the text with markers (those of two sides, without the base).
    package static func places(of merge: ThreeWayMerge, in context: ViewContext) -> [ConflictPlace] {
        var line = 1
        var places: [ConflictPlace] = []
        for region in merge.regions {
            switch region {
            case .settled(let text):
                line += lineFeeds(in: text)
            case .conflict(let base, let current, let yours):
                let isMarked = places.count < mostMarked
                places.append(ConflictPlace(line: line, base: base, theirs: current, yours: yours, isMarked: isMarked, in: context))
                line += lines(of: current) + lines(of: yours) + 3
            }
        }
        return places
    }

    private static func lineFeeds(in text: [UInt8]) -> Int { text.count { $0 == UInt8(ascii: "\n") } }

    /// Lines as they stand between markers, where a last one without its end is given one.
    private static func lines(of text: [UInt8]) -> Int {
        lineFeeds(in: text) + (text.isEmpty || text.last == UInt8(ascii: "\n") ? 0 : 1)
    }
}
