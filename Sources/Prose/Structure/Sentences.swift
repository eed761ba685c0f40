/// Cuts a stretch of text into sentences.
///
/// A plain form of Unicode Standard Annex #29, section 5: a sentence ends after `.`, `!`, `?` or `…` with closing quotes and
/// brackets, where white space follows and no small letter after it; after `。`, `！`, `？`, `｡` at once; at a blank line. White space
/// behind belongs to it. A point after a single letter, a number or a usual abbreviation (English, German) ends none.
struct Sentences {
    /// The sentences, in order, without gaps. Linear in the bytes.
    static func ranges(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (start, place) = (range.lowerBound, range.lowerBound)
        while place < range.upperBound {
            guard let length = terminatorLength(text, place, range.upperBound) else {
                place += 1
                continue
            }
            let sign = place
            place = closed(text, place + length, range.upperBound)
            let after = spaced(text, place, range.upperBound)
            let isAtOnce = length == 3 && text[sign] != 0xE2
            guard isAtOnce || after > place && !isInner(text, start, sign, after, range.upperBound) else { continue }
            place = after
            ranges.append(start..<place)
            start = place
        }
        if start < range.upperBound { ranges.append(start..<range.upperBound) }
        return ranges
    }

    private static func terminatorLength(_ text: [UInt8], _ place: Int, _ end: Int) -> Int? {
        switch text[place] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
        case 0xE2 where place + 2 < end && text[place + 1] == 0x80 && text[place + 2] == 0xA6: return 3
        case 0xE3 where place + 2 < end && text[place + 1] == 0x80 && text[place + 2] == 0x82: return 3
        case 0xEF where place + 2 < end:
            let (second, third) = (text[place + 1], text[place + 2])
            return second == 0xBC && (third == 0x81 || third == 0x9F) || second == 0xBD && third == 0xA1 ? 3 : nil
        default: return nil
        }
    }

    /// Past more terminators, closing quotes, brackets and emphasis.
    private static func closed(_ text: [UInt8], _ place: Int, _ end: Int) -> Int {
        var place = place
        while place < end {
            if ".!?\"')]*_`".utf8.contains(text[place]) {
                place += 1
            } else if place + 2 < end, isWideClose(text[place], text[place + 1], text[place + 2]) {
                place += 3
            } else {
                break
            }
        }
        return place
    }

    /// ” ’ 」 』 ） and full-width terminators.
    private static func isWideClose(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): third == 0x9D || third == 0x99
        case (0xE3, 0x80): third == 0x8D || third == 0x8F || third == 0x82
        case (0xEF, 0xBC): third == 0x89 || third == 0x81 || third == 0x9F
        default: false
        }
    }

    private static func spaced(_ text: [UInt8], _ place: Int, _ end: Int) -> Int {
        var place = place
        while place < end, text[place].isASCIISpace { place += 1 }
        return place
    }

    /// Whether the sign ends no sentence: a small letter goes on, or what stands before it is an abbreviation.
    private static func isInner(_ text: [UInt8], _ start: Int, _ sign: Int, _ after: Int, _ end: Int) -> Bool {
        if after < end, text[after] &- 0x61 < 26 { return true }
        guard text[sign] == UInt8(ascii: "."), after < end else { return false }
        var word = sign
        while word > start, sign - word <= longestAbbreviation, isWordByte(text[word - 1]) { word -= 1 }
        let length = sign - word
        if length == 1, text[word] < 0x80 { return true }
        if length > 0, text[word..<sign].allSatisfy({ $0 &- 0x30 < 10 }) { return length <= 2 }
        guard length <= longestAbbreviation else { return false }
        return abbreviations.contains(text[word..<sign].map { $0 | 0x20 })
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 }

    private static let longestAbbreviation = 6

    private static let abbreviations = Set(
        ("dr mr mrs ms prof st vs no nos nr cf al fig figs eq inc ltd co corp jr sr approx dept est vol pp ed eds ch sec "
            + "bzw usw ca evtl ggf inkl vgl bspw sog etc hrsg bd abb tab str tel jh")
            .split(separator: " ").map { Array($0.utf8) })
}
