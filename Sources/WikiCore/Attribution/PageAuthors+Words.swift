extension PageAuthors {
    /// The runs as a reader sees them: signs without a word (the dash of an item, the brackets of a link) go with the words behind
    /// them on their line, else with those before them, and neighbours of one change are one. They cover the text, too. Linear.
    ///
    /// Whoever sets all lists of a page anew owns every dash, which says nothing about who wrote it and parts each line in two.
    package var wordRuns: [Run] {
        var result: [Run] = []
        var waiting: Int?
        for run in runs {
            if run.words == 0 {
                let endsLine = text[run.range.upperBound - 1] == UInt8(ascii: "\n")
                guard endsLine, !result.isEmpty else {
                    waiting = waiting ?? run.range.lowerBound
                    continue
                }
            }
            let start = waiting ?? run.range.lowerBound
            waiting = nil
            if let last = result.last, run.words == 0 || last.change == run.change {
                result[result.count - 1] = last.grown(to: run)
            } else {
                result.append(Run(range: start..<run.range.upperBound, words: run.words, change: run.change))
            }
        }
        // Signs alone at the end of the text, or nothing but signs.
        guard let waiting, let end = runs.last else { return result }
        if let last = result.last {
            result[result.count - 1] = Run(range: last.range.lowerBound..<end.range.upperBound, words: last.words, change: last.change)
        } else {
            result.append(Run(range: waiting..<end.range.upperBound, words: 0, change: end.change))
        }
        return result
    }
}

extension PageAuthors.Run {
    /// This run, and another one behind it.
    fileprivate func grown(to other: Self) -> Self {
        Self(range: range.lowerBound..<other.range.upperBound, words: words + other.words, change: change)
    }
}
