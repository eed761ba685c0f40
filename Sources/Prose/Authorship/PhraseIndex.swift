/// Where four words in a row stood last: finds fragments of sentences that were moved, or restored with edits.
///
/// The idea of matching by short runs of words against all of the past is that of B. T. Adler and L. de Alfaro, "A
/// content-driven reputation system for the Wikipedia" (2007).
struct PhraseIndex {
    /// Words and signs in a row.
    static let length = 4

    private var table = NumberTable()
    /// Sentences that were read.
    private(set) var count = 0

    /// Reads the sentences below a number that were not read yet. Linear in their words.
    mutating func extend(to count: Int, of store: SentenceStore) {
        if self.count == 0, count > 0 { table = NumberTable(capacity: store.words.count) }
        while self.count < count {
            add(store[UInt32(self.count)], as: UInt32(self.count))
            self.count += 1
        }
    }

    mutating func add(_ words: ArraySlice<UInt32>, as number: UInt32) {
        guard words.count >= PhraseIndex.length else { return }
        for place in words.startIndex...(words.endIndex - PhraseIndex.length) {
            table[ByteHash.of(words[place..<place + PhraseIndex.length])] = number
        }
    }

    /// The last that had these four words; `NumberTable.none` for none.
    func find(_ words: ArraySlice<UInt32>) -> UInt32 { table[ByteHash.of(words)] }
}
