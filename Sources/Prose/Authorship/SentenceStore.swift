/// Every different sentence that ever stood in a page, as the numbers of its words. White space does not count, so a
/// reflowed sentence is the same.
struct SentenceStore {
    private(set) var words: [UInt32] = []
    private var ends: [Int] = []
    private var table = NumberTable()

    var count: Int { ends.count }

    /// A sentence's words.
    subscript(sentence: UInt32) -> ArraySlice<UInt32> { words[range(sentence)] }

    private func range(_ sentence: UInt32) -> Range<Int> {
        let index = Int(sentence)
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// The number of a sentence, a new one where it is new. Linear in its words.
    mutating func number(of sentence: ArraySlice<UInt32>) -> (sentence: UInt32, isNew: Bool) {
        var hash = ByteHash.of(sentence)
        // Sentences of one hash take the next; each try costs a comparison, so there are few.
        for _ in 0..<8 {
            let known = table[hash]
            if known == NumberTable.none { break }
            if self[known] == sentence { return (known, false) }
            hash = ByteHash.mixed(hash, 1)
        }
        let number = UInt32(truncatingIfNeeded: ends.count)
        words += sentence
        ends.append(words.count)
        table[hash] = number
        return (number, true)
    }
}
