/// Terms with their postings in the order of the terms' bytes, as shards hold them: a line is the term, a space and the list.
struct TermLines {
    private(set) var terms: [ArraySlice<UInt8>] = []
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    init() {}

    /// Reads a shard; nil where a line is none.
    init?(_ script: SearchScript) {
        for row in script.rows {
            guard let space = row.lastIndex(of: UInt8(ascii: " ")) else { return nil }
            terms.append(SearchScript.unescaped(row[..<space])[...])
            bytes += row
            bytes.append(UInt8(ascii: "\n"))
            ends.append(bytes.count)
        }
    }

    var count: Int { terms.count }

    /// How many bytes some of the lines take.
    func weight(_ range: Range<Int>) -> Int { ends[range.upperBound] - ends[range.lowerBound] }

    /// Some of the lines, as they stand in a shard.
    func lines(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[ends[range.lowerBound]..<ends[range.upperBound]] }

    /// The list of documents on a line.
    func postings(_ place: Int) -> ArraySlice<UInt8> {
        let line = lines(place..<(place + 1)).dropLast()
        return line.lastIndex(of: UInt8(ascii: " ")).map { line[($0 + 1)...] } ?? []
    }

    /// Adds a term that comes behind all others, with its list.
    mutating func append(_ term: ArraySlice<UInt8>, _ postings: some Sequence<UInt8>) {
        SearchScript.escape(term, into: &bytes)
        bytes.append(UInt8(ascii: " "))
        bytes += postings
        bytes.append(UInt8(ascii: "\n"))
        terms.append(term)
        ends.append(bytes.count)
    }

    /// Adds a line of other ones, behind all others.
    mutating func append(_ place: Int, of others: TermLines) {
        terms.append(others.terms[place])
        bytes += others.lines(place..<(place + 1))
        ends.append(bytes.count)
    }

    /// The lines of several, in the order of their terms.
    static func joined(_ parts: [TermLines]) -> TermLines {
        if parts.count == 1, let only = parts.first { return only }
        var result = TermLines()
        for part in parts.filter({ $0.count > 0 }).sorted(by: { ($0.terms.first ?? []).lexicographicallyPrecedes($1.terms.first ?? []) }) {
            for place in part.terms.indices { result.append(place, of: part) }
        }
        return result
    }
}
