import Prose

/// What became of words that stayed: where they lead, and how they look.
struct InlineChanges: Equatable {
    /// A link that leads elsewhere; empty where there is none.
    struct Target: Equatable {
        let old: String
        let new: String
    }

    /// Links that are told of one leaf at most.
    private static let mostTargets = 3

    private(set) var targets: [Target] = []
    private(set) var isFormatted = false

    var isEmpty: Bool { targets.isEmpty && !isFormatted }

    init() {}

    /// Linear in the leaf and the one that it was made from, times the depth where elements differ.
    init(_ edit: LeafEdit, old: ArticleText, new: ArticleText) {
        let leaf = new.leaves[edit.leaf]
        guard leaf.shape != .whole, let first = edit.counterpart else { return }
        var places = (leaf: first, old: 0, new: 0)
        for segment in edit.segments {
            guard segment.kind == .equal, let oldStart = segment.oldStart else { continue }
            var offset = 0
            while offset < segment.range.count, places.leaf < old.leaves.count {
                let (place, oldPlace) = (segment.range.lowerBound + offset, oldStart + offset)
                let before = old.leaves[places.leaf]
                if before.range.upperBound <= oldPlace {
                    places = (places.leaf + 1, 0, places.new)
                    continue
                }
                while places.new < leaf.runs.count, leaf.runs[places.new].range.upperBound <= place { places.new += 1 }
                while places.old < before.runs.count, before.runs[places.old].range.upperBound <= oldPlace { places.old += 1 }
                guard places.new < leaf.runs.count, places.old < before.runs.count else { break }
                let (one, other) = (before.runs[places.old], leaf.runs[places.new])
                if one.range.contains(oldPlace), other.range.contains(place) { compare(old, one, new, other, leaf.kind) }
                offset += min(Self.way(one.range, oldPlace), Self.way(other.range, place))
            }
        }
    }

    /// How far it is to where a run begins or ends.
    private static func way(_ range: Range<Int>, _ place: Int) -> Int {
        range.contains(place) ? range.upperBound - place : max(1, range.lowerBound - place)
    }

    private mutating func compare(
        _ old: ArticleText, _ one: ArticleLeaf.Run, _ new: ArticleText, _ other: ArticleLeaf.Run, _ kind: ProseBlock.Kind
    ) {
        guard old.context(of: one) != new.context(of: other) else { return }
        let target = Target(old: old.target(of: one), new: new.target(of: other))
        if target.old == target.new {
            // Colours of code follow its words.
            isFormatted = isFormatted || kind != .code(isFenced: false)
        } else if targets.count < Self.mostTargets, !targets.contains(target) {
            targets.append(target)
        }
    }
}
