import WikiCore

/// A long text in parts that a page can show: cut at line ends where there are any, each with the runs in it.
struct TextParts {
    /// A piece of one run.
    struct Piece: Hashable {
        let range: Range<Int>
        /// As in `PageAuthors.Run`, of which it is a piece.
        let change: Int?
    }

    /// The bytes of each part; at least one part.
    let ranges: [Range<Int>]
    private let runs: [PageAuthors.Run]

    /// The most bytes of a part, and the most runs.
    static let byteLimit = 32 << 10
    static let runLimit = 400

    /// Linear.
    init(_ authors: PageAuthors) {
        runs = authors.wordRuns
        var ranges: [Range<Int>] = []
        var start = 0
        var (lastLine, count) = (0, 0)
        for run in runs {
            count += 1
            var place = run.range.lowerBound
            while place < run.range.upperBound {
                if authors.text[place] == 0x0A { lastLine = place + 1 }
                place += 1
                guard place - start >= Self.byteLimit || count > Self.runLimit else { continue }
                let end = lastLine > start ? lastLine : Self.boundary(authors.text, before: place)
                guard end > start else { continue }
                ranges.append(start..<end)
                (start, count) = (end, 1)
            }
        }
        if start < authors.text.count || ranges.isEmpty { ranges.append(start..<authors.text.count) }
        self.ranges = ranges
    }

    /// The part in which a byte stands; the last one for what lies behind the text.
    func part(at place: Int) -> Int { ranges.firstIndex { $0.upperBound > place } ?? ranges.count - 1 }

    /// The pieces of runs in a part, in order.
    func pieces(of part: Int) -> [Piece] {
        let range = ranges[part]
        return runs.compactMap { run in
            let piece = run.range.clamped(to: range)
            return piece.isEmpty ? nil : Piece(range: piece, change: run.change)
        }
    }

    /// The last place before one at which no character is cut.
    private static func boundary(_ text: [UInt8], before place: Int) -> Int {
        var place = place
        for _ in 0..<4 where place < text.count && text[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }
}
