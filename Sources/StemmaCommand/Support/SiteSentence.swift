import StaticExport

/// What an export did, in a sentence for a person.
struct SiteSentence {
    let text: String

    init(_ report: SiteReport, folder: String) {
        let pages = Counted.text(report.pages, "page")
        guard report.isChanged else {
            text = "\(folder) is up to date: \(pages)."
            return
        }
        var parts = ["\(Counted.text(report.written, "file")) written"]
        if report.removed > 0 { parts.append("\(report.removed) removed") }
        if !report.broken.isEmpty { parts.append("\(Counted.text(report.broken.count, "link")) to nowhere, listed above") }
        text = "\(folder): \(pages), \(parts.joined(separator: ", "))."
    }
}
