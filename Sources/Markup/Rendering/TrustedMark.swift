/// The attribute by which our own elements are known: `stemma` and the least number that the page does not contain behind that word.
struct TrustedMark: Equatable {
    private static let word = Array("stemma".utf8)

    let attribute: String

    /// One pass over the page.
    init(absentFrom source: ArraySlice<UInt8>) {
        var used: Set<Int> = []
        var index = source.startIndex
        while index + Self.word.count < source.endIndex {
            if source[index] | 0x20 == Self.word[0], Self.isWord(source[index..<index + Self.word.count]) {
                index += Self.word.count
                used.insert(Self.number(source[index...].prefix(9)))
            } else {
                index += 1
            }
        }
        let number = (0...used.count).first { !used.contains($0) } ?? used.count
        attribute = "stemma" + String(number)
    }

    private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        zip(bytes, word).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self)) ?? -1
    }
}
