/// The steps that find what came from other pages.
extension OriginTrace {
    /// Reads other pages' texts, and takes whole sentences from them that say enough alone.
    mutating func takeForeignSentences(_ sources: [AuthoredSource]) {
        guard !isWhole, !sources.isEmpty else { return }
        foreign = sources.map { ForeignText($0, page.memory.vocabulary) }
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
        let open = sentences.indices.filter { passages[$0] == OriginTrace.none }
        var found: [Int: (text: Int, range: Range<Int>)] = [:]
        for index in open {
            let own = page.memory.sentences[sentences[index]]
            // What stood beside its neighbour there needs to say nothing.
            if let before = found[index - 1], let range = foreign[before.text].range(of: own, from: before.range.upperBound) {
                found[index] = (before.text, range)
            } else if case let place = table[ByteHash.of(own)], place != OriginTrace.none, bits(of: sentences[index]) >= room,
                case let (text, range) = places[Int(place)], foreign[text].words[range] == own
            {
                found[index] = (text, range)
            }
        }
        for index in open.reversed() {
            let own = page.memory.sentences[sentences[index]]
            if found[index] == nil, let after = found[index + 1],
                let range = foreign[after.text].range(of: own, from: after.range.lowerBound - own.count)
            {
                found[index] = (after.text, range)
            }
            guard let place = found[index] else { continue }
            borrowed[index] = rows(foreign[place.text].origins[place.range])
            report.borrowed += own.count
        }
    }

    /// Takes fragments of sentences from other pages.
    mutating func takeForeignPhrases() {
        guard !foreign.isEmpty, hasOpenPhrases else { return }
        var index = PhraseIndex()
        var places: [PastWords] = []
        for text in foreign {
            for range in text.sentences {
                index.add(text.words[range], as: UInt32(places.count))
                places.append(PastWords(words: text.words[range], origins: rows(text.origins[range])[...], sentence: nil))
            }
        }
        let room = foreign.reduce(0) { $0 + $1.words.count }
        for sentence in sentences.indices where starts[sentence] >= 0 {
            let taken = takePhrases(of: sentence, index, room: room) { places[Int($0)] }
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
