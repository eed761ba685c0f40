/// The parts of two texts between what they have in common at the beginning and at the end, cut where no word, emoji or
/// letter with marks can stand across: right after a space or a line feed that ASCII follows.
struct DifferingParts {
    let ranges: (old: Range<Int>, new: Range<Int>)

    init(_ old: [UInt8], _ new: [UInt8]) {
        self.init(old, 0..<old.count, new, 0..<new.count)
    }

    init(_ old: [UInt8], _ oldRange: Range<Int>, _ new: [UInt8], _ newRange: Range<Int>) {
        let most = min(oldRange.count, newRange.count)
        let (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
        var head = 0
        while head < most, old[oldStart + head] == new[newStart + head] { head += 1 }
        if head < oldRange.count || head < newRange.count {
            while head > 0, !(DifferingParts.isCut(old, oldRange, oldStart + head) && DifferingParts.isCut(new, newRange, newStart + head))
            {
                head -= 1
            }
        }
        let (oldEnd, newEnd) = (oldRange.upperBound, newRange.upperBound)
        var tail = 0
        while tail < most - head, old[oldEnd - tail - 1] == new[newEnd - tail - 1] { tail += 1 }
        while tail > 0, !(DifferingParts.isCut(old, oldRange, oldEnd - tail) && DifferingParts.isCut(new, newRange, newEnd - tail)) {
            tail -= 1
        }
        ranges = (oldStart + head..<oldEnd - tail, newStart + head..<newEnd - tail)
    }

    private static func isCut(_ text: [UInt8], _ range: Range<Int>, _ place: Int) -> Bool {
        if place == range.lowerBound || place == range.upperBound { return true }
        let (before, after) = (text[place - 1], text[place])
        return (before == 0x20 || before == 0x0A) && after > 0x20 && after < 0x80
    }
}
