/// The sentences that some bytes of a text belong to.
package enum SurroundingSentence {
    /// How far a sentence is looked for, in bytes.
    private static let limit = 4096

    /// From the end of the sentence or line before to the end of the one that holds the last byte.
    /// - Parameter range: bytes of the text.
    package static func range(around range: Range<Int>, in text: [UInt8]) -> Range<Int> {
        let range = range.clamped(to: 0..<text.count)
        var start = range.lowerBound
        let floor = max(0, start - limit)
        while start > floor, !ends(text, before: start) { start -= 1 }
        var end = range.upperBound
        let ceiling = min(text.count, end + limit)
        while end < ceiling, !ends(text, before: end) { end += 1 }
        return start..<end
    }

    /// True where a line, or a sentence with the space behind it, ends before a place.
    private static func ends(_ text: [UInt8], before place: Int) -> Bool {
        guard place > 0 else { return true }
        if text[place - 1] == 0x0A { return true }
        guard place > 1, text[place - 1] == 0x20 else { return false }
        return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[place - 2])
    }
}
