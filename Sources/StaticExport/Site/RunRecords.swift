import Git
import Presentation
import WikiCore

/// What a run that makes many pages knows of all of their pasts: read at once, since each look costs as much as some hundred rows.
struct RunRecords {
    /// Nil where few pages are made, which look for themselves.
    let pages: PageRecords?
    /// Who pushed some commits.
    let pushes: PushNotes
    /// The commits that those notes are about.
    let known: Set<ObjectID>

    /// With fewer pages to make, each looks for itself.
    private static let fewPages = 200

    init(for plan: RunPlan, _ snapshot: WikiSnapshot, _ export: SiteExport) throws {
        let count = plan.jobs.count { if case .page = $0.kind { true } else { false } }
        pages = count < Self.fewPages ? nil : try snapshot.index.pageRecords()
        known = Set(pages?.lastCommits ?? [])
        pushes = try export.pushNotes(Array(known))
    }
}
