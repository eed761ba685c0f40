import Git
import Presentation
import WikiCore

/// The other pages from which words of a page came, as the page about its authors names them. A run that does not make that one
/// again asks what the last run wrote down here, and reads nobody's authors.
struct PageSources {
    /// Their identities, in order.
    let pages: [Int64]

    init(_ authors: PageAuthors?) {
        pages = Set((authors?.changes ?? []).compactMap { $0.source?.page }).sorted()
    }

    /// Reads a unit's note.
    init(note: String) { pages = note.split(separator: " ").compactMap { Int64($0) } }

    /// The name of the unit that keeps those of a page for the next run.
    static func unit(_ page: Int64) -> String { "sources \(page)" }

    /// As such a unit; nil where there are none.
    func unit(_ plan: RunPlan, _ snapshot: WikiSnapshot) throws -> SitePlan.Unit? {
        guard !pages.isEmpty else { return nil }
        return SitePlan.Unit(key: try key(plan, snapshot), note: pages.map { String($0) }.joined(separator: " "), files: [])
    }

    /// All that is said of them: where each is, what it is called, and which of its differences are there. Cost: a look into memory
    /// for each, and one into the index for those that are gone.
    func key(_ plan: RunPlan, _ snapshot: WikiSnapshot) throws -> UInt64 {
        var key = UnitKey()
        for id in pages {
            // What is not read here has no differences either.
            key.add(plan.content.places[id] == nil ? 0 : 1)
            if let entry = plan.content.entry(of: id) {
                key.add(entry.page.path.bytes)
                key.add(plan.site.file(at: entry.address.bytes) ?? "")
                key.add(entry.page.title)
            } else if let page = try snapshot.index.page(id: id) {
                // A redirect is there, too, and a draft is not.
                key.add(page.path.bytes)
                key.add(page.isDraft ? "" : plan.site.file(at: page.path.bytes) ?? "")
                key.add(page.title)
            } else if let gone = try snapshot.index.sources([id])[id] {
                key.add(gone.path.bytes)
                key.add(plan.site.file(at: gone.path.bytes) ?? "")
                key.add(gone.title)
            }
            for commit in plan.changes[id] ?? [] { key.add(commit.hex) }
        }
        return key.value
    }
}
