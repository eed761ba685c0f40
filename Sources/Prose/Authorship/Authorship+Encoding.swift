/// Stored as numbers, behind a version and before a checksum: words, sentences, origins, passages, revisions, the head.
extension Authorship {
    // Also to be raised when tokens, sentences or hashes change.
    private static let version: [UInt8] = [0x53, 0x41, 0x75, 2]

    /// To be stored. Linear in all that the page ever had: each of its sentences once, a byte or two a word.
    package func encoded() -> [UInt8] {
        var writer = NumberWriter()
        writer.reserve(memory.sentences.words.count * 3)
        writer.write(bytes: Authorship.version)
        memory.vocabulary.write(to: &writer)
        memory.sentences.write(to: &writer)
        memory.writeOrigins(to: &writer)
        memory.passages.write(to: &writer, revisions: memory.revisions.count)
        memory.revisions.write(to: &writer)
        writer.write(current.map { Int($0) + 1 } ?? 0)
        head.write(to: &writer)
        writer.writeWhole(ByteHash.of(writer.bytes, in: 0..<writer.bytes.count))
        return writer.bytes
    }

    /// What was stored, which goes on as if it never had been; any other bytes are refused. Linear, and takes no more memory
    /// than some times the bytes.
    package init(decoding bytes: [UInt8]) throws(AuthorshipError) {
        guard bytes.count >= 12 else { throw .damaged }
        let end = bytes.count - 8
        var tail = NumberReader(bytes, from: end)
        guard try tail.readWhole() == ByteHash.of(bytes, in: 0..<end) else { throw .damaged }
        guard bytes.starts(with: Authorship.version) else { throw .otherVersion }
        var reader = NumberReader(bytes, from: Authorship.version.count, to: end)
        var memory = PageMemory()
        memory.vocabulary = try Vocabulary(from: &reader)
        try memory.readSentences(from: &reader)
        try memory.readOrigins(from: &reader)
        let seen = try memory.readPassages(from: &reader)
        memory.revisions = try PastRevisions(from: &reader, passages: memory.passages.count)
        guard seen <= memory.revisions.count else { throw .damaged }
        memory.passages.turnSeen(revisions: memory.revisions.count)
        let current = try reader.read(below: memory.revisions.count + 1)
        let head = try AuthoredText(from: &reader)
        guard reader.isAtEnd, current > 0 || memory.revisions.count == 0 else { throw .damaged }
        self.init(memory: memory, current: current == 0 ? nil : UInt32(current - 1), head: head)
    }
}
