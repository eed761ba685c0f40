import Git
import Markup
import Presentation
import WikiCore

/// Screens that show pages and files.
extension SampleScreens {
    var reading: [SampleScreen] {
        [
            SampleScreen(name: "page", screen: page, layout: layout("Concurrency", sidebar: true)),
            SampleScreen(name: "page-notes", screen: pageWithNotes, layout: fullLayout),
            SampleScreen(name: "page-empty", screen: emptyPage, layout: layoutWithTree("Empty")),
            SampleScreen(name: "folder", screen: folder, layout: layout("Guides", path: "Guides")),
            SampleScreen(name: "folder-empty", screen: emptyFolder, layout: layout("Guides", path: "Guides")),
            SampleScreen(name: "file-note", screen: fileNote, layout: layout("link.md", path: "Guides/link.md", tab: nil)),
            SampleScreen(name: "missing", screen: missing, layout: layout("Mutex", path: "Guides/Mutex", tab: nil)),
            SampleScreen(name: "missing-deleted", screen: deleted, layout: layout("Mutex", path: "Guides/Mutex", tab: nil)),
            SampleScreen(name: "choices", screen: choices, layout: layout("Home", tab: nil)),
            SampleScreen(name: "error", screen: error, layout: layout("Error", tab: nil)),
        ]
    }

    var page: PageView {
        PageView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", article: SafeHTML(trusted: SampleText.article),
            contents: contents,
            lastEdit: LastEditView(
                path: path("Guides/Concurrency"), revision: brief, pusher: "Grace <b>", isUnconfirmed: true, in: context),
            contributors: contributors, contributorCount: 14, tags: ["concurrency", "style"], hasMath: true, hasAuthors: true,
            downloads: [LinkView(label: "EPUB", href: context.urls.book(path("Guides/Concurrency"), format: "epub"))],
            steps: steps, in: context)
    }

    /// The pages before and after.
    var steps: PageSteps {
        let previous = ReadingStep(page: 1, title: "Modules <b>", address: GitPath("Guides/Modules"))
        let next = ReadingStep(page: 2, title: "Range clauses", address: GitPath("Guides/Range Clauses"))
        return PageSteps(ReadingNeighbours(previous: previous, next: next), in: context)
    }

    /// The pages around, where nobody wrote a sidebar.
    var tree: [ReadingNode] {
        let current = ReadingNode(title: "Mutex or channel?", address: GitPath("Guides/Concurrency"), isCurrent: true)
        return [
            ReadingNode(title: "Home", address: .root, isCurrent: false),
            ReadingNode(title: "Guides <i>", address: nil, isCurrent: false, children: [current]),
        ]
    }

    private var contents: [ContentsEntry] {
        [
            ContentsEntry(level: 2, anchor: "channels", text: "Channels"),
            ContentsEntry(level: 2, anchor: "which-one", text: "Which one?"),
            ContentsEntry(level: 3, anchor: "arithmetic", text: "Arithmetic"),
        ]
    }

    private var contributors: [ContributorView] {
        [
            ContributorView(name: "Rob Pike", href: context.urls.person("Rob Pike"), edits: 41, in: context),
            ContributorView(name: "Dmitri Shuralyov", edits: 12, in: context),
            ContributorView(name: "<script>alert(1)</script>", edits: 1, in: context),
        ]
    }

    private var pageWithNotes: PageView {
        let notes: [PageNote] = [
            .redirectedFrom(path("MutexOrChannel")), .redirectsToItself, .redirectsToMissing("Mutexes", path: path("Mutexes")),
            .brokenFrontMatter("line 2: a tab"), .shownAsSource, .draft,
            .otherFormat("reStructuredText", file: "/Old.rst?file"),
        ]
        return PageView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", article: SafeHTML(trusted: SampleText.article), language: "en",
            notes: notes.map { NoteView($0, in: context) },
            oldRevision: OldRevisionView(
                path: path("Guides/Concurrency"), pathThen: path("MutexOrChannel"), revision: brief, pusher: "Grace <Hopper>",
                isUnconfirmed: true, canRestore: true, in: context),
            in: context)
    }

    private func layoutWithTree(_ title: String) -> LayoutView {
        var layout = layout(title)
        layout.sidebarTree = SidebarTree(tree, in: context)
        return layout
    }

    private var emptyPage: PageView {
        PageView(path: path("Guides/Empty"), title: "Empty", article: SafeHTML(trusted: ""), in: context)
    }

    private var folder: FolderView {
        FolderView(
            path: path("Guides"), title: "Guides",
            folders: [
                FolderLink(path: path("Guides/Tools"), pages: 12, in: context), FolderLink(path: path("Guides/Old"), pages: 1, in: context),
            ],
            pages: ["Concurrency", "Modules", "Code-Review-Comments", "Range-Clauses", "Slice-Tricks", "Table-Driven-Tests"].map {
                PageLink(path: path("Guides/\($0)"), in: context)
            },
            files: [FileLink(path: path("Guides/gopher.png"), bytes: 48_321, in: context)],
            moreFiles: context.urls.folder(path("Guides"), filesAfter: path("Guides/gopher.png")), more: context.urls.pages(path("Guides")),
            in: context)
    }

    private var emptyFolder: FolderView { FolderView(path: path("Guides"), title: "Guides", folders: [], pages: [], in: context) }

    private var fileNote: FileNoteView {
        FileNoteView(path: path("Guides/link.md"), kind: .symlink(target: path("../Home.md")), raw: "/Guides/link.md?file", in: context)
    }

    private var missing: MissingPageView {
        MissingPageView(
            path: path("Guides/Mutex"),
            similar: [
                PageLink(path: path("Guides/Concurrency"), title: "Mutex or channel?", in: context),
                PageLink(path: path("Muting"), in: context),
            ],
            in: context)
    }

    private var deleted: MissingPageView {
        MissingPageView(path: path("Guides/Mutex"), deletion: brief, lastRevision: SampleText.olderID, in: context)
    }

    private var choices: ChoicesView {
        ChoicesView(
            path: path("home"), pages: [PageLink(path: path("Home"), in: context), PageLink(path: path("docs/home"), in: context)],
            in: context)
    }

    private var error: ErrorView {
        ErrorView(
            status: 503,
            problem: ProblemView(.busy, detail: "A detail.", link: LinkView(label: "Try again", href: "/Guides"), in: context),
            requestID: "k7f2-03", in: context)
    }
}
