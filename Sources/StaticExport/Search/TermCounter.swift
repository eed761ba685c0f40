import WikiCore

/// Counts the terms of documents, one after the other, and numbers them.
struct TermCounter {
    /// The terms of all documents so far.
    private(set) var table = TermTable()

    private var tokens = SearchTokens()
    private var frequencies: [Int] = []
    private var touched: [Int] = []
    private var titleWord: [UInt8] = []

    /// The terms of a document with their frequencies, in the order in which they come first, and how many words it has.
    typealias Counts = (terms: [(term: Int, frequency: Int)], length: Int)

    /// Counts a document's terms. Linear.
    mutating func count(_ record: SearchRecord) -> Counts {
        var counts = count(record, body: record.body)
        guard !record.rest.isEmpty || record.restLength > 0 else { return counts }
        counts.length += record.restLength
        for entry in counts.terms { frequencies[entry.term] = entry.frequency }
        touched = counts.terms.map(\.term)
        for entry in record.rest { add(entry.term[...], entry.frequency) }
        return (take(), counts.length)
    }

    /// Counts a document with another body than its file holds.
    mutating func count(_ record: SearchRecord, body: String) -> Counts {
        var length = 0
        for key in record.keys { add(key[...], 1) }
        length += addWords(of: record.title, SearchText.weights.title, areTitle: true)
        length += addWords(of: record.headings, SearchText.weights.headings)
        length += addWords(of: body, SearchText.weights.body)
        return (take(), length)
    }

    private mutating func take() -> [(term: Int, frequency: Int)] {
        let counts = touched.map { (term: $0, frequency: frequencies[$0]) }
        for term in touched { frequencies[term] = 0 }
        touched.removeAll(keepingCapacity: true)
        return counts
    }

    /// Adds the words of a text, and returns how many they are.
    private mutating func addWords(of text: String, _ weight: Int, areTitle: Bool = false) -> Int {
        tokens.read(text)
        let (bytes, ends, standAlone) = (tokens.bytes, tokens.ends, tokens.standAlone)
        var start = 0
        for (place, end) in ends.enumerated() {
            let word = SearchKeys.cut(bytes[start..<end], to: SearchIndex.wordLimit)
            add(word, weight)
            if areTitle {
                titleWord.removeAll(keepingCapacity: true)
                titleWord.append(SearchKeys.titleWord)
                titleWord += word
                add(titleWord[...], 1)
            }
            // Two characters side by side are most words of the scripts that write no spaces.
            if standAlone[place], place > 0, standAlone[place - 1] { add(bytes[(place > 1 ? ends[place - 2] : 0)..<end], weight) }
            start = end
        }
        return ends.count
    }

    private mutating func add(_ term: ArraySlice<UInt8>, _ frequency: Int) {
        let number = table.number(of: term)
        if number == frequencies.count { frequencies.append(0) }
        if frequencies[number] == 0 {
            guard touched.count < SearchIndex.termLimit else { return }
            touched.append(number)
        }
        frequencies[number] += frequency
    }
}
