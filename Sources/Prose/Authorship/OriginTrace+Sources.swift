/// The steps that find what came from other pages.
extension OriginTrace {
    /// Reads other pages' texts, and takes whole sentences from them that say enough alone.
    mutating func takeForeignSentences(_ sources: [AuthoredSource]) {
        guard !isWhole, !sources.isEmpty else { return }
        foreign = sources.map { ForeignText($0, memory.vocabulary) }
        var table = NumberTable()
        var places: [(text: Int, range: Range<Int>)] = []
        for (number, text) in foreign.enumerated() {
            report.operations += text.words.count
            for range in text.sentences {
                let hash = ByteHash.of(text.words[range])
                if table[hash] == OriginTrace.none {
                    table[hash] = UInt32(places.count)
                    places.append((number, range))
                }
            }
        }
        takeForeign(table, places)
    }

    private mutating func takeForeign(_ table: NumberTable, _ places: [(text: Int, range: Range<Int>)]) {
        let room = Vocabulary.logarithm(Float(foreign.reduce(1) { $0 + $1.words.count })) + 4
        var last: (text: Int, end: Int)?
        for index in sentences.indices where passages[index] == OriginTrace.none {
            let own = memory.sentences[sentences[index]]
            var found: (text: Int, range: Range<Int>)?
            // What followed the sentence before it there needs to say nothing.
            if let last, case let next = last.end..<last.end + own.count, next.upperBound <= foreign[last.text].words.count,
                foreign[last.text].words[next] == own
            {
                found = (last.text, next)
            } else if case let place = table[ByteHash.of(own)], place != OriginTrace.none, bits(of: sentences[index]) >= room,
                foreign[places[Int(place)].text].words[places[Int(place)].range] == own
            {
                found = places[Int(place)]
            }
            last = found.map { ($0.text, $0.range.upperBound) }
            guard let found else { continue }
            borrowed[index] = rows(foreign[found.text].origins[found.range])
            report.borrowed += own.count
        }
    }

    /// Takes fragments of sentences from other pages.
    mutating func takeForeignPhrases() {
        guard !foreign.isEmpty, hasOpenPhrases else { return }
        var index = PhraseIndex()
        var places: [(words: ArraySlice<UInt32>, origins: [UInt32])] = []
        for text in foreign {
            for range in text.sentences {
                index.add(text.words[range], as: UInt32(places.count))
                places.append((text.words[range], rows(text.origins[range])))
            }
        }
        let room = foreign.reduce(0) { $0 + $1.words.count }
        for sentence in sentences.indices where starts[sentence] >= 0 {
            let taken = takePhrases(of: sentence, index, room: room) { (places[Int($0)].words, places[Int($0)].origins[...]) }
            report.borrowed += taken.count
        }
    }

    private mutating func rows(_ origins: ArraySlice<Origin>) -> [UInt32] {
        origins.map { origin in
            if let known = foreignRows[origin] { return known }
            let row = OriginTrace.foreignRow + UInt32(truncatingIfNeeded: foreignOrigins.count)
            foreignOrigins.append(origin)
            foreignRows[origin] = row
            return row
        }
    }
}
