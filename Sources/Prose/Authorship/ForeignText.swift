/// A text of another page, in the numbers of this page's words.
struct ForeignText {
    private(set) var sentences: [Range<Int>] = []
    private(set) var words: [UInt32] = []
    /// One for each word.
    private(set) var origins: [Origin] = []

    /// Words that this page never had are `NumberTable.none`. Linear.
    init(_ source: AuthoredSource, _ vocabulary: Vocabulary) {
        var runs = source.authors.runs.makeIterator()
        var run = runs.next()
        var end = run?.length ?? 0
        for range in TextChunks(source.text).ranges {
            var reader = SolidReader(source.text, in: range)
            var cutter = SentenceCutter()
            var start = words.count
            while let token = reader.next() {
                while run != nil, token.range.lowerBound >= end {
                    run = runs.next()
                    end += run?.length ?? 0
                }
                guard let origin = run?.origin else { break }
                if cutter.begins(with: token, in: source.text), words.count > start {
                    sentences.append(start..<words.count)
                    start = words.count
                }
                words.append(vocabulary.find(token.hash))
                origins.append(origin)
            }
            if words.count > start { sentences.append(start..<words.count) }
        }
    }

    /// Where some words stand, if they begin at this place.
    func range(of own: ArraySlice<UInt32>, from start: Int) -> Range<Int>? {
        guard start >= 0, start + own.count <= words.count, words[start..<start + own.count] == own else { return nil }
        return start..<start + own.count
    }
}
