import Presentation
import Prose

/// Screens that show what changed.
extension SampleScreens {
    var changes: [SampleScreen] {
        [
            SampleScreen(name: "history", screen: history, layout: layout("History", tab: .history)),
            SampleScreen(name: "history", screen: staticHistory, layout: layout("History of a static site", tab: .history)),
            SampleScreen(name: "diff", screen: diffScreen(split: false), layout: layout("Changes", tab: .history)),
            SampleScreen(name: "diff-rendered", screen: renderedDiff(isWhole: false), layout: layout("Changes", tab: .history)),
            SampleScreen(name: "diff-rendered-whole", screen: renderedDiff(isWhole: true), layout: layout("Changes", tab: .history)),
            SampleScreen(name: "diff-split", screen: diffScreen(split: true), layout: layout("Changes", tab: .history)),
            SampleScreen(name: "diff-first", screen: firstDiff, layout: layout("Changes", tab: .history)),
            SampleScreen(name: "commit", screen: commit, layout: layout("Commit", tab: nil)),
            SampleScreen(name: "commit-first", screen: firstCommit, layout: layout("Commit", tab: nil)),
        ]
    }

    func revision(
        _ index: Int, _ author: String, _ summary: String, added: Int = 12, removed: Int = 3, marks: Set<RevisionLine.Mark> = [],
        title: String? = nil
    ) -> RevisionLine {
        let digits = String(7_654_321 + index * 1_234_567, radix: 16)
        return RevisionLine(
            id: digits + String(SampleText.id.dropFirst(digits.utf8.count)), path: path("Guides/Concurrency"), title: title, author: author,
            others: index == 1 ? [NamedPerson("Ken <b>", href: context.urls.person("ken")), NamedPerson("Robert Griesemer")] : [],
            pusher: marks.contains(.unconfirmed) ? "Grace Hopper" : nil, seconds: 1_795_000_000 - index * 43_210, summary: summary,
            added: added, removed: removed, marks: marks, isCurrent: index == 0,
            in: context)
    }

    private var history: HistoryView {
        HistoryView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?",
            revisions: [
                revision(0, "Dmitri Shuralyov", "Explain when a mutex is the better tool", added: 48, removed: 12),
                revision(1, "Rob Pike", "Guides/Concurrency: +2 paragraphs", added: 1204, removed: 0),
                revision(2, "Ada Lovelace", "Merge the notes from the workshop", marks: [.merge, .unconfirmed]),
                revision(3, "林 美咲", "", added: 3, removed: 3, marks: [.restored]),
                revision(4, "x\"><script>alert(1)</script>", "<b>Bold</b> & \"quoted\"", added: 0, removed: 420, marks: [.deleted]),
                revision(5, "Rob Pike", "Moved from MutexOrChannel", marks: [.moved]),
                revision(6, "Rob Pike", "First words", added: 310, removed: 0, marks: [.created]),
            ], total: 1888, after: "cursor", isFirstPage: false, deletedIn: SampleText.olderID, in: context)
    }

    private var staticHistory: HistoryView {
        HistoryView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?",
            revisions: [revision(0, "Dmitri Shuralyov", "Explain when a mutex is the better tool", added: 48, removed: 12)], total: 140,
            older: "Concurrency~1.html", newest: "Concurrency.html", in: context)
    }

    func diff(split: Bool, after: DiffBodyView? = nil) -> DiffBodyView {
        let whole = context.urls.diff(path("Guides/Concurrency"), to: SampleText.id, DiffChoice(isWhole: true))
        return DiffBodyView(SampleDiff.diff, DiffChoice(form: split ? .split : .unified), after: after, whole: whole, in: context)
    }

    private func diffScreen(split: Bool) -> DiffView {
        DiffView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", old: revision(1, "Rob Pike", "Guides/Concurrency: +2 paragraphs"),
            new: revision(
                0, "Dmitri Shuralyov", "Explain when a mutex is the better tool", added: 48, removed: 12, marks: [.unconfirmed]),
            fromID: nil, toID: SampleText.id,
            body: diff(split: split), choice: DiffChoice(form: split ? .split : .unified), newer: "/-/diff/a", older: "/-/diff/b",
            undo: context.urls.undo(path("Guides/Concurrency"), revision: SampleText.id),
            restore: context.urls.restore(path("Guides/Concurrency"), revision: SampleText.olderID), in: context)
    }

    private var firstDiff: DiffView {
        DiffView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", old: nil,
            new: revision(6, "Rob Pike", "First words", marks: [.created]),
            fromID: nil, toID: nil, body: DiffBodyView(ProseDiff(old: [], new: []), in: context),
            choice: DiffChoice(ignoresSpace: true, isWhole: true), in: context)
    }

    var fileChanges: [FileChangeView] {
        let first = diff(split: false)
        let second = DiffBodyView(ProseDiff(old: path("One.\n"), new: path("Two.\r\n")), after: first, in: context)
        return [
            FileChangeView(
                path: path("Guides/Concurrency"), title: "Mutex or channel?", kind: .edited, body: first.among(second.lastChange),
                id: SampleText.id, added: 48, removed: 12, in: context),
            FileChangeView(
                path: path("Guides/Modules"), title: "Modules", kind: .moved, oldPath: path("Modules"), body: second, id: SampleText.id,
                in: context),
            FileChangeView(
                path: path("Guides/Data"), title: "Data", kind: .edited, body: DiffBodyView(.notText, after: second, in: context),
                id: SampleText.id, in: context),
        ]
    }

    private var commit: CommitView {
        CommitView(
            id: SampleText.id,
            message: "Explain when a mutex is the better tool\n\nPeople asked in three threads.\n\nReviewed-by: Rob Pike\n",
            author: "Dmitri Shuralyov", committer: "Go Wiki", pusher: "Grace Hopper", isUnconfirmed: true, seconds: 1_795_000_000,
            offsetMinutes: 120,
            parents: [SampleText.olderID, SampleText.id], pages: fileChanges,
            files: [
                FileChangeView(
                    path: path("Guides/gopher.txt"), title: nil, kind: .moved, oldPath: path("gopher.txt"), id: SampleText.id, in: context),
                FileChangeView(
                    path: path("Guides/<gopher>.png"), title: nil, kind: .edited,
                    versions: [true, false].map {
                        FileVersionView(
                            path: path("Guides/<gopher>.png"), revision: SampleText.id, isOld: $0, bytes: 4321, isPicture: true, in: context
                        )
                    }, id: SampleText.id, in: context),
            ],
            hiddenChanges: 3, canRevert: true, in: context)
    }

    private var firstCommit: CommitView {
        CommitView(id: SampleText.id, message: "", author: "", seconds: 0, parents: [], pages: [], canRevert: false, in: context)
    }
}
