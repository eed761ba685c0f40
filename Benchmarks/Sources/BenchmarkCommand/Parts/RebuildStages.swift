/// What `stemma rebuild` tells: `Indexed 167 pages and 9043 commits in 7.76 s (texts 2.01 s, history 5.75 s).`
struct RebuildStages {
    let pages: Int
    let commits: Int
    /// Until every text is parsed and kept.
    let textSeconds: Double
    /// From then to the end.
    let historySeconds: Double

    /// Nil where the words are others, or a stage was too short to be told.
    init?(_ output: String) {
        let words = output.split { !$0.isLetter && !$0.isNumber && $0 != "." }
        func word(before name: String) -> Int? {
            words.firstIndex { $0 == name }.flatMap { $0 > 0 ? Int(words[$0 - 1]) : nil }
        }
        func seconds(after name: String) -> Double? {
            words.firstIndex { $0 == name }.flatMap { $0 + 1 < words.count ? Double(words[$0 + 1]) : nil }
        }
        guard let pages = word(before: "pages"), let commits = word(before: "commits"), let texts = seconds(after: "texts"),
            let history = seconds(after: "history"), texts > 0, history > 0
        else { return nil }
        self.pages = pages
        self.commits = commits
        textSeconds = texts
        historySeconds = history
    }
}
