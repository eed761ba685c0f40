/// Numbers that two articles share, so that what is the same in both has the same number.
struct ArticleSymbols {
    private var contexts: [[UInt8]: Int] = [:]
    private var signs: [[UInt8]: Int] = [:]

    /// Private characters of the planes 15 and 16, which stand for things without words.
    private static let firstSign = UInt32(0xF0000)
    private static let planeSize = 0xFFFE

    /// Whether there were more things than characters to stand for them, so that different ones may look the same.
    private(set) var isFull = false

    /// The elements around a text within its line: from those around the outermost and a tag. Tags that differ only in their `id` are
    /// the same.
    mutating func context(in outer: Int, tag: ArraySlice<UInt8>) -> Int {
        var key = withUnsafeBytes(of: UInt32(truncatingIfNeeded: outer)) { Array($0) }
        key += ArticleTree.withoutID(tag)
        if let known = contexts[key] { return known }
        contexts[key] = contexts.count + 1
        return contexts.count
    }

    /// The UTF-8 of the character that stands for a thing.
    mutating func sign(of thing: some Sequence<UInt8>) -> [UInt8] {
        let key = Array(thing)
        let number = signs[key] ?? min(signs.count, 2 * Self.planeSize - 1)
        if signs.count >= 2 * Self.planeSize { isFull = true } else { signs[key] = number }
        let value = Self.firstSign + UInt32(number / Self.planeSize) << 16 + UInt32(number % Self.planeSize)
        return Unicode.Scalar(value).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? []
    }

    /// Whether the bytes at a place begin a character that stands for something here, so that an author's must get another sign.
    static func isSign(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4, let first = bytes.first else { return false }
        return first == 0xF4 || first == 0xF3 && bytes[bytes.startIndex + 1] >= 0xB0
    }
}
