/// Keeps a text's line ends what they were on the way through a browser's form, which sends CRLF whatever it was given.
package enum LineEnds {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The line end that most lines of a text have; LF where there are none or as many of either. Linear.
    package static func detect(_ text: [UInt8]) -> LineEnd {
        var (all, long) = (0, 0)
        for index in text.indices where text[index] == 0x0A {
            all += 1
            if index > 0, text[index - 1] == 0x0D { long += 1 }
        }
        return long > all - long ? .crlf : .lf
    }

    /// How many bytes a text has where each CRLF counts as one LF: the size of what a form sent, as a file would have it.
    /// Linear.
    package static func plainCount(_ text: [UInt8]) -> Int {
        var count = text.count
        for index in text.indices.dropFirst() where text[index] == 0x0A && text[index - 1] == 0x0D { count -= 1 }
        return count
    }

    /// The text a person meant, given what a form sent and what the form was filled with.
    ///
    /// Lines that the person left alone come back byte for byte, also where `base` mixes LF, CRLF and lone CR; a line that
    /// was changed in place keeps its end; new lines end as most of `base` does. A byte order mark is there where `base` had
    /// one. A last newline is there where `base` or the text has one. Without a base (a new text, or an empty one before):
    /// LF, and exactly one newline at the end. `adapt(x, to: x) == x` for any x, and for any x as a form sends it back.
    /// Linear, plus the budget of a diff where `base` mixes ends.
    package static func adapt(_ text: [UInt8], to base: [UInt8]?) -> [UInt8] {
        guard let base, !base.isEmpty else { return fresh(text) }
        if text == base { return base }
        let lines = EndedLines(withoutMark(text))
        let before = EndedLines(withoutMark(base))
        if lines.count == 0 { return before.count == 0 ? base : [] }
        var result = base.starts(with: byteOrderMark) ? byteOrderMark : []
        result.reserveCapacity(text.count + before.count)
        let ends = before.isUniform ? nil : ownEnds(lines, before)
        let usual = before.ends.isEmpty ? LineEnd.lf.bytes : before.usualEnd
        let isEnded = lines.endsWithEnd || before.endsWithEnd
        for line in 0..<lines.count {
            result += lines.content(line)
            guard line < lines.count - 1 || isEnded else { continue }
            result += ends?[line] ?? usual
        }
        return result
    }

    /// The end each line had in `before`, nil for lines that are new or had none.
    private static func ownEnds(_ lines: EndedLines, _ before: EndedLines) -> [[UInt8]?] {
        var table = SymbolTable()
        let old = table.symbols(of: before.text, in: before.contents)
        let new = table.symbols(of: lines.text, in: lines.contents)
        let diff = SequenceDiff(old: old, new: new, symbolCount: table.count, budget: LineDiff.defaultBudget)
        var ends: [[UInt8]?] = []
        ends.reserveCapacity(lines.count)
        var oldLine = 0
        for edit in diff.edits {
            while oldLine < edit.oldRange.lowerBound {
                ends.append(before.end(oldLine))
                oldLine += 1
            }
            for offset in 0..<edit.newRange.count {
                ends.append(offset < edit.oldRange.count ? before.end(oldLine + offset) : nil)
            }
            oldLine = edit.oldRange.upperBound
        }
        while oldLine < before.count {
            ends.append(before.end(oldLine))
            oldLine += 1
        }
        return ends
    }

    private static func fresh(_ text: [UInt8]) -> [UInt8] {
        let lines = EndedLines(withoutMark(text))
        var count = lines.count
        while count > 0, lines.content(count - 1).isEmpty { count -= 1 }
        return (0..<count).flatMap { lines.content($0) + LineEnd.lf.bytes }
    }

    private static func withoutMark(_ text: [UInt8]) -> [UInt8] {
        text.starts(with: byteOrderMark) ? Array(text.dropFirst(byteOrderMark.count)) : text
    }
}
