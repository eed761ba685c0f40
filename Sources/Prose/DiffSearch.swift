/// The state of one search for a difference: what is left to compare, and which elements were found changed.
struct DiffSearch {
    /// A rectangle of the edit graph: old elements across, new elements down.
    struct Box {
        var old: Range<Int>
        var new: Range<Int>

        var size: Int { old.count + new.count }
    }

    // The elements that both sides have, and where each stood.
    let old: [Int]
    let new: [Int]
    private let oldPlaces: [Int]
    private let newPlaces: [Int]

    private var isOldChanged: [Bool]
    private var isNewChanged: [Bool]

    private(set) var cost = 0
    private(set) var isCoarse = false

    var snakes: MiddleSnake
    var anchors: UniqueAnchors

    /// A box that may spend less is not searched at all.
    private static let leastAllowance = 64

    init(old: [Int], new: [Int], symbolCount: Int) {
        let shared = DiffSearch.shared(old, new, symbolCount: symbolCount)
        isOldChanged = old.map { !shared[$0] }
        isNewChanged = new.map { !shared[$0] }
        oldPlaces = old.indices.filter { shared[old[$0]] }
        newPlaces = new.indices.filter { shared[new[$0]] }
        self.old = oldPlaces.map { old[$0] }
        self.new = newPlaces.map { new[$0] }
        snakes = MiddleSnake(length: oldPlaces.count + newPlaces.count)
        anchors = UniqueAnchors(symbolCount: symbolCount)
        cost = old.count + new.count
    }

    private static func shared(_ old: [Int], _ new: [Int], symbolCount: Int) -> [Bool] {
        var isOld = [Bool](repeating: false, count: symbolCount)
        var isShared = isOld
        for symbol in old { isOld[symbol] = true }
        for symbol in new where isOld[symbol] { isShared[symbol] = true }
        return isShared
    }

    mutating func run(budget: Int) {
        solve(Box(old: 0..<old.count, new: 0..<new.count), allowance: max(0, budget))
    }

    /// Marks what changed inside a box. The depth of recursion is logarithmic: each step halves the allowance.
    private mutating func solve(_ whole: Box, allowance: Int) {
        let box = trimmed(whole)
        if box.old.isEmpty || box.new.isEmpty { return replace(box) }
        guard allowance >= DiffSearch.leastAllowance else { return giveUp(box) }
        let split = snakes.split(box, old: old, new: new, allowance: allowance / 2)
        cost += snakes.cost
        guard let split else { return divide(box, allowance: allowance / 2) }
        let rest = (allowance - snakes.cost) / 2
        solve(Box(old: box.old.lowerBound..<split.old, new: box.new.lowerBound..<split.new), allowance: rest)
        solve(Box(old: split.old..<box.old.upperBound, new: split.new..<box.new.upperBound), allowance: rest)
    }

    /// Cuts a costly box at its unique common elements; the parts share the allowance by their size.
    private mutating func divide(_ box: Box, allowance: Int) {
        let pairs = anchors.pairs(in: box, old: old, new: new)
        cost += box.size
        guard !pairs.isEmpty else { return giveUp(box) }
        isCoarse = true
        var oldStart = box.old.lowerBound
        var newStart = box.new.lowerBound
        for pair in pairs + [(old: box.old.upperBound, new: box.new.upperBound)] {
            let part = Box(old: oldStart..<pair.old, new: newStart..<pair.new)
            solve(part, allowance: Int(Double(allowance) * Double(part.size) / Double(box.size)))
            oldStart = min(pair.old + 1, box.old.upperBound)
            newStart = min(pair.new + 1, box.new.upperBound)
        }
    }

    private mutating func giveUp(_ box: Box) {
        isCoarse = true
        replace(box)
    }

    private mutating func replace(_ box: Box) {
        for place in box.old { isOldChanged[oldPlaces[place]] = true }
        for place in box.new { isNewChanged[newPlaces[place]] = true }
    }

    private mutating func trimmed(_ box: Box) -> Box {
        var (low, high, newLow, newHigh) = (box.old.lowerBound, box.old.upperBound, box.new.lowerBound, box.new.upperBound)
        while low < high, newLow < newHigh, old[low] == new[newLow] { (low, newLow) = (low + 1, newLow + 1) }
        while low < high, newLow < newHigh, old[high - 1] == new[newHigh - 1] { (high, newHigh) = (high - 1, newHigh - 1) }
        cost += box.size - (high - low) - (newHigh - newLow)
        return Box(old: low..<high, new: newLow..<newHigh)
    }

    /// The marks as ranges.
    func edits() -> [SequenceEdit] {
        var edits: [SequenceEdit] = []
        var (old, new) = (0, 0)
        while old < isOldChanged.count || new < isNewChanged.count {
            let (oldStart, newStart) = (old, new)
            while old < isOldChanged.count, isOldChanged[old] { old += 1 }
            while new < isNewChanged.count, isNewChanged[new] { new += 1 }
            if old > oldStart || new > newStart {
                edits.append(SequenceEdit(oldRange: oldStart..<old, newRange: newStart..<new))
            } else {
                (old, new) = (old + 1, new + 1)
            }
        }
        return edits
    }
}
