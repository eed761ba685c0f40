/// Who wrote each byte of a text, without the text.
///
/// The runs cover the text without gap or overlap, and two neighbours differ in origin. White space belongs to what stands
/// before it; where a text begins with it, to the first word.
package struct AuthoredText: Hashable, Sendable {
    /// In the order of the text.
    package private(set) var runs: [AuthoredRun] = []
    /// The text's bytes.
    package private(set) var length = 0

    /// That of an empty text.
    package init() {}

    /// Runs in order; empty ones are left out, and neighbours of one origin joined.
    package init(_ runs: [AuthoredRun]) {
        for run in runs { append(length: run.length, words: run.words, origin: run.origin) }
    }

    /// How many words of the text are of each origin: what shares are computed from. Linear in the runs.
    package var wordCounts: [Origin: Int] {
        runs.reduce(into: [:]) { counts, run in if run.words > 0 { counts[run.origin, default: 0] += run.words } }
    }

    /// The origin of the byte at an offset; nil outside the text. Linear in the runs: walk `runs` for more than a few.
    package func origin(at offset: Int) -> Origin? {
        guard offset >= 0 else { return nil }
        var end = 0
        for run in runs {
            end += run.length
            if offset < end { return run.origin }
        }
        return nil
    }

    mutating func append(length: Int, words: Int, origin: Origin) {
        guard length > 0 else { return }
        self.length += length
        if let last = runs.indices.last, runs[last].origin == origin {
            runs[last].length += length
            runs[last].words += words
        } else {
            runs.append(AuthoredRun(length: length, words: words, origin: origin))
        }
    }
}
