/// All that is remembered of the texts of one page.
struct PageMemory {
    var vocabulary = Vocabulary()
    var sentences = SentenceStore()
    var passages = PassageStore()
    var revisions = PastRevisions()
    private(set) var origins: [Origin] = []
    private var rows: [Origin: UInt32] = [:]

    /// The row of an origin, a new one where it is new.
    mutating func row(of origin: Origin) -> UInt32 {
        if let known = rows[origin] { return known }
        let row = UInt32(truncatingIfNeeded: origins.count)
        origins.append(origin)
        rows[origin] = row
        return row
    }

    /// The number of a sentence, whose words are counted where it is new.
    mutating func sentence(_ words: ArraySlice<UInt32>) -> UInt32 {
        let (number, isNew) = sentences.number(of: words)
        if isNew { for word in words { vocabulary.count(word) } }
        return number
    }

    /// The sentences of a revision.
    func sentences(of passages: [UInt32]) -> [UInt32] { passages.map { self.passages.sentences[Int($0)] } }
}
