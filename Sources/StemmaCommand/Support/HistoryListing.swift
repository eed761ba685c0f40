import Git
import Presentation
import WikiCore

/// How the command line lists the revisions of a page.
struct HistoryListing {
    let revisions: [Revision]
    var terminal = Terminal.output

    /// One line a revision: id, day, words, author and co-authors, summary.
    var plain: String {
        var table = TextTable(["revision", "day", "words", "author: summary"], terminal: terminal)
        for revision in revisions {
            table.add([
                revision.id.short, CivilDate(seconds: Int(revision.time)).isoDay, "+\(revision.added ?? 0) −\(revision.removed ?? 0)",
                "\(NameList(revision).text): \(revision.summary)",
            ])
        }
        return table.text
    }
}
