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

    /// The same parts, with the whole of the sentences in which they begin and end, as far as one can see; a place that looks like the
    /// end of a sentence is enough. Linear in the bytes added, of which there are no more than a few thousand at either end.
    func wholeSentences(_ old: [UInt8], _ oldRange: Range<Int>) -> (old: Range<Int>, new: Range<Int>) {
        let (start, end) = (ranges.old.lowerBound, ranges.old.upperBound)
        var (head, tail) = (0, 0)
        while start - head > oldRange.lowerBound, head < DifferingParts.farthest, !DifferingParts.isSentenceStart(old, start - head) {
            head += 1
        }
        while end + tail < oldRange.upperBound, tail < DifferingParts.farthest, !DifferingParts.isSentenceStart(old, end + tail) {
            tail += 1
        }
        return (start - head..<end + tail, ranges.new.lowerBound - head..<ranges.new.upperBound + tail)
    }

    private static let farthest = 4096

    private static func isSentenceStart(_ text: [UInt8], _ place: Int) -> Bool {
        guard place > 1, place < text.count, !text[place].isASCIISpace else { return false }
        let before = text[place - 1]
        if before.isASCIISpace { return ".!?\"')]*_`".utf8.contains(text[place - 2]) || text[place - 2] >= 0x80 }
        guard place > 2 else { return false }
        return text[place - 3] == 0xE3 && text[place - 2] == 0x80 && before == 0x82 || text[place - 3] == 0xEF && before >= 0x80
    }
}
