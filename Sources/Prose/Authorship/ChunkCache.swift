/// The sentences of chunks that were read before, so that an edit costs the reading of what changed.
struct ChunkCache {
    private var table = NumberTable()
    private var sentences: [UInt32] = []
    private var ends: [Int] = []

    /// Larger than this, it is emptied.
    private static let mostSentences = 1 << 20

    /// The sentences of a text, new ones getting a number. Linear in the bytes.
    mutating func sentences(of text: [UInt8], in memory: inout PageMemory) -> [UInt32] {
        if sentences.count > ChunkCache.mostSentences { self = ChunkCache() }
        var list: [UInt32] = []
        for range in TextChunks(text).ranges {
            let hash = ByteHash.of(text, in: range)
            let known = table[hash]
            if known != NumberTable.none {
                let index = Int(known)
                list += sentences[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
            } else {
                let start = list.count
                ChunkCache.read(text, range, &memory, into: &list)
                table[hash] = UInt32(truncatingIfNeeded: ends.count)
                sentences += list[start...]
                ends.append(sentences.count)
            }
        }
        return list
    }

    private static func read(_ text: [UInt8], _ range: Range<Int>, _ memory: inout PageMemory, into list: inout [UInt32]) {
        var reader = SolidReader(text, in: range)
        var cutter = SentenceCutter()
        var words: [UInt32] = []
        while let token = reader.next() {
            if cutter.begins(with: token, in: text), !words.isEmpty {
                list.append(memory.sentence(words[...]))
                words.removeAll(keepingCapacity: true)
            }
            words.append(memory.vocabulary.number(of: token.hash, shape: token.shape))
        }
        if !words.isEmpty { list.append(memory.sentence(words[...])) }
    }
}
