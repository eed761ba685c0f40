import Git
import Presentation
import WikiCore

/// How the command line lists the revisions of a page.
enum HistoryListing {
    /// One line a revision: id, day, words, author and co-authors, summary.
    static func plain(_ revisions: [Revision]) -> String {
        revisions.map { revision in
            let words = "+\(revision.added ?? 0) −\(revision.removed ?? 0)"
            let day = CivilDate(seconds: Int(revision.time)).isoDay
            let names = NameList(revision).text
            return "\(revision.id.short)  \(day)  \(padded(words))  \(names): \(revision.summary.printable)\n"
        }.joined()
    }

    private static func padded(_ words: String) -> String {
        words + String(repeating: " ", count: max(0, 11 - words.unicodeScalars.count))
    }
}
