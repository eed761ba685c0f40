import Prose

/// What became of words and things that stayed: where they lead, what they are called, and how they look.
struct InlineChanges: Equatable {
    /// Two words of which one took the other's place; empty where there is none.
    struct Step: Hashable {
        let old: String
        let new: String
    }

    /// Steps of a sort that are told of one leaf at most.
    private static let most = 3

    /// Links that lead elsewhere.
    private(set) var targets: [Step] = []
    /// Descriptions of pictures.
    private(set) var descriptions: [Step] = []
    /// The language of a block of code.
    private(set) var language: Step?
    /// The number that a list begins with.
    private(set) var firstNumber: (old: Int, new: Int)?
    private(set) var isFormatted = false

    var isEmpty: Bool { self == InlineChanges() }

    static func == (one: InlineChanges, other: InlineChanges) -> Bool {
        one.targets == other.targets && one.descriptions == other.descriptions && one.language == other.language
            && one.firstNumber?.old == other.firstNumber?.old && one.firstNumber?.new == other.firstNumber?.new
            && one.isFormatted == other.isFormatted
    }

    init() {}

    /// Linear in the leaf and the one that it was made from, times the depth where elements differ.
    init(_ edit: LeafEdit, old: ArticleText, new: ArticleText) {
        let leaf = new.leaves[edit.leaf]
        guard leaf.shape != .whole, let first = edit.counterpart else { return }
        compareElements(edit, old, old.leaves[first], new, leaf)
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
                let way = min(segment.range.count - offset, Self.way(one.range, oldPlace), Self.way(other.range, place))
                if one.range.contains(oldPlace), other.range.contains(place),
                    new.text.text[place..<place + way].contains(where: { $0 > 0x20 })
                {
                    compare(old, one, new, other, leaf.kind)
                }
                offset += way
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
        compareThings(old.tree, one.node, new.tree, other.node)
        guard old.context(of: one) != new.context(of: other) else { return }
        if kind == .code(isFenced: false) {
            // Colours of code follow its words.
            let languages = Step(old: old.language(of: one), new: new.language(of: other))
            if language == nil, languages.old != languages.new { language = languages }
            return
        }
        let target = Step(old: old.target(of: one), new: new.target(of: other))
        if target.old == target.new {
            isFormatted = true
        } else if targets.count < Self.most, !targets.contains(target) {
            targets.append(target)
        }
    }

    /// Two pictures that are one, under other names or in other sizes.
    private mutating func compareThings(_ old: ArticleTree, _ one: Int, _ new: ArticleTree, _ other: Int) {
        guard old.nodes[one].role == .picture, new.nodes[other].role == .picture else { return }
        let (before, after) = (old.bytes(one), new.bytes(other))
        if ArticleTree.withoutID(before) == ArticleTree.withoutID(after) { return }
        let said = Step(old: ArticleTree.text("alt", in: before), new: ArticleTree.text("alt", in: after))
        if said.old == said.new {
            isFormatted = true
        } else if descriptions.count < Self.most, !descriptions.contains(said) {
            descriptions.append(said)
        }
    }

    /// The elements around a leaf: how the cells of a header stand, where a list begins to count.
    private mutating func compareElements(
        _ edit: LeafEdit, _ old: ArticleText, _ before: ArticleLeaf, _ new: ArticleText, _ after: ArticleLeaf
    ) {
        if after.kind == .tableRow(.header), before.shape == .row {
            for cell in RowCellPairs(edit, after, before).order {
                guard let one = cell.old, let other = cell.new else { continue }
                let tags = (old.tree.bytes(before.cells[one].node), new.tree.bytes(after.cells[other].node))
                if ArticleTree.text("align", in: tags.0) != ArticleTree.text("align", in: tags.1) { isFormatted = true }
            }
        }
        if edit.mark == .unchanged, let one = old.firstNumber(of: before), let other = new.firstNumber(of: after), one != other {
            firstNumber = (one, other)
        }
    }
}
