/// Bytes of a text with single spaces between words, none at the ends.
struct PlainBytes {
    private let text: [UInt8]
    /// What was gathered.
    var bytes: [UInt8] = []

    init(_ text: [UInt8]) { self.text = text }

    /// - Parameter isQuoted: whether `>` at the beginning of a line is white space. Linear.
    mutating func append(_ range: Range<Int>, isQuoted: Bool, _ forms: inout CanonicalForms) {
        let start = bytes.count
        var place = range.lowerBound
        var (isSpaced, isAtLineStart) = (false, false)
        while place < range.upperBound {
            let byte = text[place]
            if byte.isASCIISpace || isAtLineStart && byte == UInt8(ascii: ">") {
                isSpaced = true
                if byte == 0x0A { isAtLineStart = isQuoted }
                place += 1
                continue
            }
            isAtLineStart = false
            if isSpaced, bytes.count > start { bytes.append(0x20) }
            isSpaced = false
            let word = place
            while place < range.upperBound, !text[place].isASCIISpace { place += 1 }
            bytes += forms.form(of: text[word..<place])
        }
    }
}
