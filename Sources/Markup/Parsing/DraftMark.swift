/// Tells whether a page asks not to leave the wiki. What is not plainly a "no" is a draft: a page that stays can be sent out later.
enum DraftMark {
    /// Words that say "no", in small letters, as YAML and TOML write them with and without quotation marks.
    private static let denials: Set<String> = ["", "false", "no", "off", "n", "f", "0", "null", "~", "none"]
    private static let quotes = Set("\"'".utf8)
    private static let ends = Set(",}]#\r\n\"'".utf8)
    private static let key = Array("draft".utf8)

    /// Whether a value says so.
    static func isTrue(_ value: some Collection<UInt8>) -> Bool {
        !denials.contains(String(decoding: Array(value).trimmingBlanks, as: UTF8.self).lowercased())
    }

    /// Whether a line of a block says so that could not be read, or is of a kind that is not read. Linear.
    static func stands(in block: ArraySlice<UInt8>) -> Bool {
        var isKeyPlace = true
        var index = block.startIndex
        while index < block.endIndex {
            let byte = block[index]
            if isKeyPlace, byte | 0x20 == key[0], let value = value(in: block, at: index), isTrue(value) { return true }
            // Blanks and quotation marks may stand before a key.
            let isOpening = byte == 10 || byte == 13 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",")
            isKeyPlace = isOpening || (isKeyPlace && (byte == 32 || byte == 9 || quotes.contains(byte)))
            index += 1
        }
        return false
    }

    /// What follows the key and its sign; nil where the key does not stand here.
    private static func value(in block: ArraySlice<UInt8>, at start: Int) -> ArraySlice<UInt8>? {
        var rest = block[start...]
        guard rest.prefix(key.count).map({ $0 | 0x20 }) == key else { return nil }
        rest = rest.dropFirst(key.count)
        if let first = rest.first, quotes.contains(first) { rest = rest.dropFirst() }
        rest = rest.drop { $0 == 32 || $0 == 9 }
        guard let sign = rest.first, sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 == 32 || $0 == 9 }
        if let first = rest.first, quotes.contains(first) { rest = rest.dropFirst() }
        return rest.prefix { !ends.contains($0) }
    }
}
