/// Lines as a browser's form sees them: ended by LF, CRLF or a lone CR, and kept apart from their ends.
struct EndedLines {
    let text: [UInt8]
    /// Where each line's own bytes are.
    private(set) var contents: [Range<Int>] = []
    /// The length of each line's end, 0 to 2.
    private(set) var ends: [UInt8] = []
    /// The end that most lines have; LF where none has any.
    private(set) var usualEnd = LineEnd.lf.bytes
    /// Whether all ends are the same.
    private(set) var isUniform = true

    var count: Int { contents.count }

    /// Whether the last line has an end.
    var endsWithEnd: Bool { ends.last.map { $0 > 0 } ?? false }

    init(_ text: [UInt8]) {
        self.text = text
        var start = 0
        var index = 0
        while index < text.count {
            let length = EndedLines.endLength(text, at: index)
            if length > 0 {
                contents.append(start..<index)
                ends.append(UInt8(length))
                start = index + length
            }
            index += max(length, 1)
        }
        if start < text.count {
            contents.append(start..<text.count)
            ends.append(0)
        }
        judgeEnds()
    }

    func content(_ line: Int) -> ArraySlice<UInt8> { text[contents[line]] }

    /// A line's end; nil where it has none.
    func end(_ line: Int) -> [UInt8]? {
        let start = contents[line].upperBound
        return ends[line] == 0 ? nil : Array(text[start..<start + Int(ends[line])])
    }

    private static func endLength(_ text: [UInt8], at index: Int) -> Int {
        switch text[index] {
        case 0x0A: 1
        case 0x0D: index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
        default: 0
        }
    }

    private mutating func judgeEnds() {
        var (lf, crlf, cr) = (0, 0, 0)
        for line in contents.indices where ends[line] > 0 {
            if ends[line] == 2 {
                crlf += 1
            } else if text[contents[line].upperBound] == 0x0A {
                lf += 1
            } else {
                cr += 1
            }
        }
        isUniform = [lf, crlf, cr].filter { $0 > 0 }.count <= 1
        if crlf > lf, crlf >= cr { usualEnd = LineEnd.crlf.bytes } else if cr > lf { usualEnd = [0x0D] }
    }
}
