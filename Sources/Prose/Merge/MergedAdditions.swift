/// What two people added at one place, both kept.
///
/// Lines that both begin or end with come once (both added the same heading, then each an item). Empty lines at the inner
/// edge of those are not counted as common, or the paragraphs they part would run together; nor is a part of a block of code,
/// for one fence can't close two.
struct MergedAdditions {
    /// The common beginning, the rest of current, the rest of yours, the common end.
    let text: [UInt8]
    /// Whether both had something of their own.
    let keptBoth: Bool

    init(_ current: [UInt8], _ yours: [UInt8]) {
        let (one, other) = (TextLines(current), TextLines(yours))
        let most = min(one.count, other.count)
        var head = 0
        while head < most, one[head] == other[head] { head += 1 }
        var tail = 0
        while tail < most - head, one[one.count - 1 - tail] == other[other.count - 1 - tail] { tail += 1 }
        if head + tail < most {
            let code = (MergedAdditions.code(one), MergedAdditions.code(other))
            while head > 0, one.isBlank(head - 1) || code.0[head] || code.1[head] { head -= 1 }
            while tail > 0, one.isBlank(one.count - tail) || code.0[one.count - tail] || code.1[other.count - tail] { tail -= 1 }
        }
        let (mine, theirs) = (one[head..<one.count - tail], other[head..<other.count - tail])
        keptBoth = !mine.isEmpty && !theirs.isEmpty
        text = Array(one[0..<head] + mine + theirs + one[one.count - tail..<one.count])
    }

    /// Whether each line, and the place behind the last, stands inside a block of code: not first in it.
    private static func code(_ lines: TextLines) -> [Bool] {
        var isInside = [Bool](repeating: false, count: lines.count + 1)
        for block in StructureReader.blocks(of: lines) {
            if case .code = block.kind { for line in block.lines.dropFirst() { isInside[line] = true } }
        }
        return isInside
    }
}
