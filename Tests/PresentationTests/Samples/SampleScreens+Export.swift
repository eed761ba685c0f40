import Presentation

/// Books and the export of the site.
extension SampleScreens {
    var exports: [(String, DeskView)] {
        [
            ("book", book(nil)), ("book-waiting", book(.waiting(ahead: 2))), ("book-running", book(.running(bar))),
            ("book-done", book(.done(file: "/-/book/Guides?file=1", bytes: 48_321, outcome: outcome))),
            ("book-failed", book(.failed("The book has no <chapters>."))), ("export", siteExport), ("export-running", runningExport),
            ("export-none", noExport),
        ]
    }

    private var bar: ProgressView { ProgressView("Setting chapters: 3 of 12", done: 3, total: 12) }

    private var outcome: DeskView.ExportOutcome {
        DeskView.ExportOutcome(
            pages: 12, written: 14, removed: 1, commit: SampleText.id, problemCount: 2,
            problems: ["Guides: the link to Nobody leads nowhere.", "A <b> is wrong."])
    }

    private func book(_ stage: DeskView.JobStage?) -> DeskView {
        DeskView.book(
            "Guides <b>", path: path("Guides"), formats: ["epub", "html", "pdf"], chosen: "html", stage: stage, csrf: "token",
            problem: stage == nil ? problem : nil, in: context)
    }

    private var siteExport: DeskView {
        DeskView.siteExport(
            folder: "/var/www/<garden>", running: nil, done: (outcome, 1_795_000_000), failed: ("The disk is full.", 1_795_000_100),
            pages: adminPages, csrf: "token", problem: problem, in: context)
    }

    private var runningExport: DeskView {
        DeskView.siteExport(
            folder: "/var/www/garden", running: ProgressView("At work", done: 0, total: 0), done: nil, failed: nil, pages: adminPages,
            csrf: "token", in: context)
    }

    private var noExport: DeskView {
        DeskView.siteExport(folder: nil, running: nil, done: nil, failed: nil, pages: adminPages, csrf: "token", in: context)
    }
}
