import Markup
import Presentation

/// Screens that take something in.
extension SampleScreens {
    var forms: [SampleScreen] {
        let edit = layout("Mutex or channel?", tab: .edit)
        return [
            SampleScreen(name: "edit", screen: editForm, layout: edit),
            SampleScreen(name: "edit-problem", screen: editWithProblem, layout: edit),
            SampleScreen(name: "edit-part", screen: editPart, layout: edit),
            SampleScreen(name: "edit-new", screen: editNew, layout: layout("New page", tab: nil)),
            SampleScreen(name: "conflict", screen: conflict, layout: edit),
            SampleScreen(name: "confirm-undo", screen: confirm(.undo), layout: layout("Undo", tab: .history)),
            SampleScreen(name: "confirm-delete", screen: confirm(.delete), layout: layout("Delete", tab: .edit)),
            SampleScreen(name: "confirm-revert", screen: confirmRevert, layout: layout("Undo", tab: nil)),
            SampleScreen(name: "new", screen: newPage, layout: layout("New page", tab: nil)),
            SampleScreen(name: "attach", screen: attach, layout: layout("Put a file", tab: nil)),
        ]
    }

    private var editForm: EditView {
        EditView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", markdown: path(SampleText.markdown), base: SampleText.id,
            save: save(), in: context)
    }

    private var editWithProblem: EditView {
        EditView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", markdown: path(SampleText.markdown), base: SampleText.id,
            save: save(summary: "Say \"why\""), problem: problem,
            preview: EditPreview(
                article: SafeHTML(trusted: SampleText.article), notes: [NoteView(.draft, in: context)], changes: diff(split: false)),
            in: context)
    }

    private var editPart: EditView {
        EditView(
            path: path("_Sidebar"), title: "_Sidebar", subject: .part(folder: []), markdown: path("* [[Home]]"), base: SampleText.id,
            save: save(), in: context)
    }

    private var editNew: EditView {
        EditView(path: path("Guides/Mutex"), title: "Mutex", subject: .new, markdown: [], base: "", save: save(), in: context)
    }

    private var conflict: ConflictView {
        let before = "A common mistake is to overuse channels."
        let theirs = "A frequent mistake of newcomers is to overuse channels."
        let yours = "A common mistake is to use channels where a mutex would do."
        return ConflictView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", base: path("## Channels\n\n\(before)\n"),
            theirs: path("## Channels\n\n\(theirs)\n"), yours: path("## Channels\n\n\(yours)\n"),
            merged: path("## Channels\n\n<<<<<<< current\n\(theirs)\n=======\n\(yours)\n>>>>>>> yours\n"),
            places: [ConflictPlace(line: 3, base: path(before), theirs: path(theirs), yours: path(yours), in: context)],
            tip: SampleText.id, theirAuthor: "Rob Pike", theirSeconds: 1_795_000_000, save: save(summary: "Clearer advice"), in: context)
    }

    private func confirm(_ question: ConfirmView.Question) -> ConfirmView {
        ConfirmView(
            question, title: "Mutex or channel?", revision: brief, action: context.urls.revert(SampleText.id),
            cancel: "/-/history/Guides/Concurrency",
            hidden: [("revision", SampleText.id), ("page", "Guides/\"Concurrency\"")], diff: diff(split: false),
            detail: "Three pages link here.",
            save: save(), problem: question == .undo ? problem : nil, in: context)
    }

    private var confirmRevert: ConfirmView {
        ConfirmView(
            .revert, title: "Tidy the guides", revision: brief, action: context.urls.revert(SampleText.id), cancel: context.urls.recent(),
            changes: fileChanges, save: save(), in: context)
    }

    private var newPage: NewPageView {
        NewPageView(path: path("Guides/"), folders: ["Guides", "Guides/Tools"], problem: problem, in: context)
    }

    private var attach: AttachView {
        AttachView(
            folder: path("Guides"), name: "gopher.png", limit: 25 << 20, cancel: context.urls.page(path("Guides")), save: save(),
            problem: problem,
            in: context)
    }
}

extension SampleScreens {
    var preview: EditPreview {
        EditPreview(article: SafeHTML(trusted: SampleText.article), notes: [NoteView(.draft, in: context)], changes: diff(split: false))
    }

    var feed: FeedView {
        let entry = FeedEntry(
            id: SampleText.id, path: path("Guides/R&D"), title: "</title><script>alert(1)</script>", author: "A & B", others: ["<D>"],
            pusher: "<C>", isUnconfirmed: true, seconds: 1_795_000_000, summary: "", in: context)
        return FeedView(history: [entry], path: path("Guides/R&D"), title: "R&D", siteName: "Go \"Wiki\"", wiki: SampleText.id, in: context)
    }
}
