import Git
import Markup
import Presentation
import WikiCore

/// Brings the index of the site's search up to date: the documents that changed, or all of them.
struct SearchJob {
    let press: SitePress
    let plan: RunPlan

    /// Where the index stands.
    static let folder = "-/search"

    /// The files of the index but for the texts, which belong to their pages and are written here all the same.
    func make() throws -> [String] {
        if plan.old != nil, let changed = plan.changedPages, let files = try update(changed) { return files }
        return try build()
    }

    private func build() throws -> [String] {
        var builder = SearchBuilder(folder: Self.folder, documentCount: plan.content.entries.count)
        let times = try press.run.times(press.snapshot)
        for entry in plan.content.entries {
            guard let document = try document(entry, times[entry.page.id]) else { continue }
            try press.run.put(builder.add(document))
        }
        let files = builder.files()
        for file in files { try press.run.put(file) }
        return files.map(\.path)
    }

    /// - Returns: nil where the index that stands is no good.
    private func update(_ changed: Set<Int64>) throws -> [String]? {
        guard let old = plan.old?[RunPlan.searchUnit] else { return nil }
        var update = SearchUpdate(folder: Self.folder) { (try? press.run.folder.read($0)) ?? nil }
        let times = try press.run.times(press.snapshot)
        for id in changed {
            if let entry = plan.content.entry(of: id), let document = try document(entry, times[id]) {
                update.put(document)
            } else {
                update.remove(Int(id))
            }
        }
        guard let outcome = try? update.outcome() else { return nil }
        for file in outcome.written { try press.run.put(file) }
        for file in outcome.removed { try press.run.drop(file) }
        let texts = "\(Self.folder)/text/"
        let written = outcome.written.map(\.path).filter { !$0.hasPrefix(texts) }
        // Twins that are compressed ahead are named beside their files.
        let kept = old.files.filter { !$0.hasSuffix(".gz") }
        return Array(Set(kept).subtracting(outcome.removed).union(written)).sorted()
    }

    private func document(_ entry: SiteContent.Entry, _ time: Int64?) throws -> SearchDocument? {
        guard let file = plan.site.file(at: entry.address.bytes), entry.page.id < Int64(SearchIndex.numberLimit) else { return nil }
        var document = SearchDocument(
            number: Int(entry.page.id), path: entry.page.path, title: entry.page.title, address: press.rooted.fileAddress(file))
        document.description = entry.page.description ?? ""
        document.changed = time.map(Int.init)
        if let parsed = try press.snapshot.index.document(entry.page.blob) {
            document.headings = parsed.headings.map(\.text)
            document.tags = parsed.frontMatter.tags
            document.body = parsed.plainText
        }
        return document
    }
}
