/// Does to two texts what a third did when it moved blocks, so that a merge line by line need not know of moves.
///
/// One side moved a block, the other edited it where it stood. With the block moved in the base too, and in the other side's
/// text with its edits, what is left of the first side's changes is in its place, and so is the other's.
struct MoveReplay {
    /// The base with the blocks where the mover put them.
    private(set) var base: [UInt8] = []
    /// The other side's text likewise.
    private(set) var other: [UInt8] = []
    /// Whether a person must decide: the other side took away what was moved, or moved it elsewhere.
    private(set) var isUndecided = false

    /// Nil where the mover moved nothing.
    init?(base: [UInt8], mover: [UInt8], other: [UInt8], budget: Int) {
        let (ground, there) = (StructuredText(base), StructuredText(other))
        let mine = BlockMatcher(old: ground, new: StructuredText(mover), budget: DiffBudget(budget))
        guard mine.pairs.contains(where: { $0.isMoved && $0.isSingle }) else { return nil }
        let theirs = BlockMatcher(old: ground, new: there, budget: DiffBudget(budget))
        let (places, theirPlaces) = (MoveReplay.places(mine), MoveReplay.places(theirs))
        var moved: [(old: Int, new: Int)] = []
        for pair in mine.pairs where pair.isMoved && pair.isSingle {
            let block = pair.old.lowerBound
            guard theirs.oldPairs[block] >= 0 else {
                isUndecided = true
                return
            }
            let theirPair = theirs.pairs[theirs.oldPairs[block]]
            if theirPair.isMoved, places[pair.new.lowerBound] != theirPlaces[theirPair.new.lowerBound] {
                isUndecided = true
                return
            }
            if theirPair.isSingle { moved.append((block, pair.new.lowerBound)) }
        }
        moved.sort { $0.new < $1.new }
        self.base = MoveReplay.reordered(ground, moved, by: mine) {
            $0
        } toBase: {
            $0
        }
        self.other = MoveReplay.reordered(there, moved, by: mine) {
            theirs.newBlock(of: $0)
        } toBase: {
            theirs.oldBlock(of: $0)
        }
    }

    /// For each block of a text the block of the base after which it stands; -1 at the beginning.
    private static func places(_ matcher: BlockMatcher) -> [Int] {
        var last = -1
        return matcher.new.blocks.indices.map { block in
            defer { last = matcher.oldBlock(of: block) ?? last }
            return last
        }
    }

    /// - Parameters:
    ///   - moved: blocks of the base and of the mover's text, in the order of the latter.
    ///   - own: the block of this text that a block of the base is.
    ///   - toBase: the other way round.
    private static func reordered(
        _ text: StructuredText, _ moved: [(old: Int, new: Int)], by mover: BlockMatcher, own: (Int) -> Int?, toBase: (Int) -> Int?
    ) -> [UInt8] {
        var followers: [Int: [Int]] = [:]
        var gone: Set<Int> = []
        var anchor = -1
        var place = 0
        for block in moved {
            guard let mine = own(block.old) else { continue }
            while place < block.new {
                if let found = mover.oldBlock(of: place).flatMap(own) { anchor = found }
                place += 1
            }
            followers[anchor, default: []].append(mine)
            gone.insert(mine)
        }
        var order: [Int] = []
        for block in [-1] + text.blocks.indices where !gone.contains(block) {
            var waiting = block < 0 ? (followers[-1] ?? []).reversed() : [block]
            while let next = waiting.popLast() {
                order.append(next)
                waiting += (followers[next] ?? []).reversed()
            }
        }
        return MoveReplay.text(text, order, by: mover, toBase: toBase)
    }

    /// The blocks in their new order, with blank lines as the text has them between the same two blocks, else as the mover has.
    private static func text(_ text: StructuredText, _ order: [Int], by mover: BlockMatcher, toBase: (Int) -> Int?) -> [UInt8] {
        var result: [UInt8] = []
        for (block, next) in zip(order, order.dropFirst().map { Optional($0) } + [nil]) {
            let own = text.blocks[block]
            result += text.text[own.range]
            guard let next else {
                result += text.blocks.last.map { text.text[$0.range.upperBound..<$0.end] } ?? []
                continue
            }
            let gap = text.text[own.range.upperBound..<own.end]
            let there = (toBase(block).flatMap(mover.newBlock), toBase(next).flatMap(mover.newBlock))
            if next == block + 1 {
                result += gap
            } else if let one = there.0, there.1 == one + 1 {
                let block = mover.new.blocks[one]
                result += mover.new.text[block.range.upperBound..<block.end]
            } else if gap.isEmpty, own.kind == .paragraph, text.blocks[next].kind == .paragraph {
                result += LineEnds.detect(text.text).bytes
            } else {
                result += gap
            }
        }
        return result
    }
}

extension BlockPair {
    /// Whether it is of one block and one.
    var isSingle: Bool { old.count == 1 && new.count == 1 }
}

extension BlockMatcher {
    /// The block of the old text that a block of the new one is; nil where there is none, or several.
    func oldBlock(of block: Int) -> Int? {
        let pair = newPairs[block]
        return pair >= 0 && pairs[pair].isSingle ? pairs[pair].old.lowerBound : nil
    }

    /// The block of the new text that a block of the old one is; nil where there is none, or several.
    func newBlock(of block: Int) -> Int? {
        let pair = oldPairs[block]
        return pair >= 0 && pairs[pair].isSingle ? pairs[pair].new.lowerBound : nil
    }
}
