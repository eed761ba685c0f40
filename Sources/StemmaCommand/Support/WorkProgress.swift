import WebServer
import WikiCore

/// How far some work has come, in the words of the command line.
struct WorkProgress: Equatable {
    /// What is being done: `Reading pages`.
    let word: String
    /// What is counted, in the plural: `pages`; nil where it is not worth a rate.
    var unit: String?
    /// How many are done.
    let done: Int
    /// Of how many; 0 where nobody knows yet.
    let total: Int
    /// Below so many in all, nothing is said where there is no terminal.
    var quietBelow = 1000
}

extension WorkProgress {
    /// An update of the index.
    init(_ progress: IndexProgress) {
        switch progress.stage {
        case .texts: self.init(word: "Reading pages", unit: "pages", done: progress.done, total: progress.total)
        case .commits: self.init(word: "Reading history", unit: "commits", done: progress.done, total: progress.total)
        case .authors:
            self.init(word: "Finding authors", unit: "pages", done: progress.done, total: progress.total, quietBelow: 100)
        }
    }

    /// An export.
    init(_ progress: ExportProgress) {
        let (word, unit): (String, String?) =
            switch progress.word {
            case "reading": ("Reading pages", "pages")
            case "pages": ("Setting pages", "pages")
            case "history": ("Setting histories", "pages")
            case "search": ("Making the search", nil)
            case "files": ("Writing files", "files")
            case "packing": ("Packing files", "files")
            case "publishing": ("Putting it in place", nil)
            case "chapters": ("Setting chapters", "chapters")
            case "pictures": ("Adding pictures", nil)
            case "printing": ("Printing", nil)
            default: ("At work", nil)
            }
        self.init(word: word, unit: unit, done: progress.done, total: progress.total, quietBelow: 100)
    }
}
