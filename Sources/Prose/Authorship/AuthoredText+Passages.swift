extension AuthoredText {
    /// The authors of a text of which these are the passages. Linear.
    init(_ text: [UInt8], _ passages: [UInt32], _ memory: PageMemory) {
        self.init()
        var runs = passages.lazy.flatMap { memory.passages.runs($0) }.makeIterator()
        var run = runs.next()
        var left = run?.count ?? 0
        var start = 0
        var pending: (words: Int, origin: Origin)?
        for range in TextChunks(text).ranges {
            var reader = SolidReader(text, in: range)
            while let token = reader.next() {
                while left == 0, run != nil {
                    run = runs.next()
                    left = run?.count ?? 0
                }
                guard let row = run?.origin else { break }
                left -= 1
                if let pending {
                    append(length: token.range.lowerBound - start, words: pending.words, origin: pending.origin)
                    start = token.range.lowerBound
                }
                pending = (token.shape > 0 ? 1 : 0, memory.origins[Int(row)])
            }
        }
        let last = pending ?? memory.origins.first.map { (0, $0) }
        if let last { append(length: text.count - start, words: last.words, origin: last.origin) }
    }
}
