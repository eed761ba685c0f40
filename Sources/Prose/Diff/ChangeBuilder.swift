/// Puts what `BlockMatcher` found into an order that can be read, and refines each pair.
struct ChangeBuilder {
    private let matcher: BlockMatcher
    private var refinement: BlockRefinement
    private(set) var changes: [BlockChange] = []
    private(set) var budget: DiffBudget
    /// The number of the move that each pair belongs to.
    private let moves: [Int: Int]

    /// Runs of blocks that nothing pairs are told as one change when longer, for a text of a million rows is no list to read.
    private static let longestRun = 400

    private var old: StructuredText { matcher.old }
    private var new: StructuredText { matcher.new }

    init(_ matcher: BlockMatcher, ignoresSpace: Bool) {
        self.matcher = matcher
        budget = matcher.budget
        let moves = ChangeBuilder.numbered(matcher)
        let sentences = SentenceMatcher(matcher)
        budget.spend(sentences.cost)
        refinement = BlockRefinement(
            old: matcher.old, new: matcher.new, ignoresSpace: ignoresSpace, budget: budget, forms: matcher.forms)
        refinement.setAside(sentences.pairs, firstMove: moves.count + 1)
        self.moves = moves.numbers
        changes.reserveCapacity(matcher.pairs.count + 16)
        build()
        quietenSpacing()
        budget = refinement.budget
    }

    /// The number of the move of each pair that moved, and how many there are.
    private static func numbered(_ matcher: BlockMatcher) -> (numbers: [Int: Int], count: Int) {
        var numbers: [Int: Int] = [:]
        var number = 0
        var end: (old: Int, new: Int)?
        for block in matcher.new.blocks.indices {
            let index = matcher.newPairs[block]
            guard index >= 0, matcher.pairs[index].isMoved, matcher.pairs[index].new.lowerBound == block else { continue }
            let pair = matcher.pairs[index]
            if end?.old != pair.old.lowerBound || end?.new != pair.new.lowerBound { number += 1 }
            numbers[index] = number
            end = (pair.old.upperBound, pair.new.upperBound)
        }
        return (numbers, number)
    }

    private mutating func build() {
        var (left, right) = (0, 0)
        while left < old.blocks.count || right < new.blocks.count {
            if left < old.blocks.count, let next = afterGone(left) {
                left = next
            } else if right < new.blocks.count, let next = afterCome(right) {
                right = next
            } else if left < old.blocks.count, right < new.blocks.count {
                let pair = matcher.pairs[matcher.oldPairs[left]]
                addPair(pair, move: nil)
                (left, right) = (pair.old.upperBound, pair.new.upperBound)
            } else {
                return
            }
        }
    }

    /// Adds what went from this place on; nil where a block of the old text stayed.
    private mutating func afterGone(_ block: Int) -> Int? {
        let index = matcher.oldPairs[block]
        if index >= 0 {
            guard matcher.pairs[index].isMoved else { return nil }
            let pair = matcher.pairs[index]
            add(.movedAway, pair.old, pair.new, move: moves[index], [], [])
            return pair.old.upperBound
        }
        let end = matcher.oldPairs[block...].firstIndex { $0 >= 0 } ?? old.blocks.count
        let next = end - block > ChangeBuilder.longestRun ? end : block + 1
        addLone(.removed, old.blocks, block..<next)
        return next
    }

    private mutating func afterCome(_ block: Int) -> Int? {
        let index = matcher.newPairs[block]
        if index >= 0 {
            guard matcher.pairs[index].isMoved else { return nil }
            addPair(matcher.pairs[index], move: moves[index])
            return matcher.pairs[index].new.upperBound
        }
        let end = matcher.newPairs[block...].firstIndex { $0 >= 0 } ?? new.blocks.count
        let next = end - block > ChangeBuilder.longestRun ? end : block + 1
        addLone(.added, new.blocks, block..<next)
        return next
    }

    private mutating func addLone(_ kind: BlockChange.Kind, _ blocks: [ProseBlock], _ run: Range<Int>) {
        let bytes = blocks[run.lowerBound].range.lowerBound..<blocks[run.upperBound - 1].end
        let isBlank = run.count == 1 && blocks[run.lowerBound].kind == .blank
        let role: DiffPiece.Role = isBlank ? .space : .text
        let isOld = kind == .removed
        let empty = isOld ? newBlock..<newBlock : oldBlock..<oldBlock
        let pieces = lonePieces(bytes, role, isOld: isOld)
        add(kind, isOld ? run : empty, isOld ? empty : run, move: nil, isBlank ? .space : .text, pieces)
    }

    /// The bytes of blocks that went or came as one piece, but for sentences that moved.
    private func lonePieces(_ bytes: Range<Int>, _ role: DiffPiece.Role, isOld: Bool) -> [DiffPiece] {
        let other = isOld ? newPlace..<newPlace : oldPlace..<oldPlace
        var pieces: [DiffPiece] = []
        func add(_ range: Range<Int>, _ role: DiffPiece.Role, _ move: Int?) {
            guard !range.isEmpty else { return }
            pieces.append(
                DiffPiece(
                    kind: isOld ? .deleted : .inserted, role: role, oldRange: isOld ? range : other, newRange: isOld ? other : range,
                    move: move))
        }
        let text = isOld ? old.text : new.text
        var place = bytes.lowerBound
        for end in isOld ? refinement.moves.old(in: bytes) : refinement.moves.new(in: bytes) {
            add(place..<end.range.lowerBound, text[place..<end.range.lowerBound].allSatisfy(\.isASCIISpace) ? .space : role, nil)
            for part in end.parts { add(part.range, .text, part.isKept ? end.move : nil) }
            place = end.range.upperBound
        }
        let isSpace = place > bytes.lowerBound && text[place..<bytes.upperBound].allSatisfy(\.isASCIISpace)
        add(place..<bytes.upperBound, isSpace ? .space : role, nil)
        return pieces
    }

    private mutating func addPair(_ pair: BlockPair, move: Int?) {
        var builder = refinement.pieces(pair.old, pair.new)
        let (one, other) = (old.blocks[pair.old.lowerBound], new.blocks[pair.new.lowerBound])
        var structure = StructureChange.changes(one, other)
        if one.kind == .tableRow(.header), let columns = refinement.columns, !columns.removed.isEmpty || !columns.inserted.isEmpty {
            structure.append(.columns(removed: columns.removed, inserted: columns.inserted))
        }
        if !structure.isEmpty { builder.differences.insert(.structure) }
        if pair.saysTheSame, builder.differences.contains(.text) {
            builder.differences.remove(.text)
            if structure.isEmpty { builder.differences.insert(.marker) }
        }
        add(kind(pair, builder.differences), pair.old, pair.new, move: move, builder.differences, builder.pieces, structure)
    }

    private func kind(_ pair: BlockPair, _ differences: TextDifference) -> BlockChange.Kind {
        if pair.isMoved { return .moved }
        if pair.new.count > 1 { return .split }
        if pair.old.count > 1 { return .joined }
        if !differences.isDisjoint(with: [.text, .structure]) { return .changed }
        let quiet: TextDifference = refinement.ignoresSpace ? [.space, .lineEnds, .lastNewline] : [.lineEnds, .lastNewline]
        return differences.isSubset(of: quiet) ? .unchanged : .reflowed
    }

    private mutating func add(
        _ kind: BlockChange.Kind, _ oldBlocks: Range<Int>, _ newBlocks: Range<Int>, move: Int?, _ differences: TextDifference,
        _ pieces: [DiffPiece], _ structure: [StructureChange] = []
    ) {
        if kind != .movedAway {
            if kind != .added, kind != .moved { (oldBlock, oldPlace) = (oldBlocks.upperBound, old.blocks[oldBlocks.upperBound - 1].end) }
            if kind != .removed { (newBlock, newPlace) = (newBlocks.upperBound, new.blocks[newBlocks.upperBound - 1].end) }
        } else {
            (oldBlock, oldPlace) = (oldBlocks.upperBound, old.blocks[oldBlocks.upperBound - 1].end)
        }
        changes.append(
            BlockChange(
                kind: kind, oldBlocks: oldBlocks, newBlocks: newBlocks, move: move, structure: structure, differences: differences,
                pieces: pieces))
    }

    // The places reached in both texts, in blocks and bytes.
    private var oldBlock = 0
    private var newBlock = 0
    private var oldPlace = 0
    private var newPlace = 0

    /// Blank lines that came or went with a neighbour are no change of the block before them.
    private mutating func quietenSpacing() {
        for index in changes.indices where changes[index].kind == .reflowed && changes[index].differences == .space {
            guard let first = changes[index].pieces.first, first.kind == .equal else { continue }
            let block = old.blocks[changes[index].oldBlocks.upperBound - 1]
            guard first.oldRange.upperBound >= block.content.upperBound else { continue }
            let neighbours = [index - 1, index + 1].filter(changes.indices.contains).map { changes[$0].kind }
            let isExplained = neighbours.contains { ![.unchanged, .changed, .reflowed].contains($0) }
            if isExplained { changes[index].kind = .unchanged }
        }
    }
}
