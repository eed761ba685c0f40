import StaticExport

/// What an export did, in a sentence for a person.
struct SiteSentence {
    let text: String

    init(_ report: SiteReport, folder: String) {
        let pages = BookSentence.count(report.pages, "page")
        guard report.isChanged else {
            text = "\(folder) is up to date: \(pages)."
            return
        }
        var parts = ["\(BookSentence.count(report.written, "file")) written"]
        if report.removed > 0 { parts.append("\(report.removed) removed") }
        if !report.broken.isEmpty { parts.append("\(BookSentence.count(report.broken.count, "link")) to nowhere, listed above") }
        text = "\(folder): \(pages), \(parts.joined(separator: ", "))."
    }
}
