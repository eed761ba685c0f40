import Presentation

/// Screens that list pages and edits.
extension SampleScreens {
    var lists: [SampleScreen] {
        [
            SampleScreen(name: "recent", screen: recent, layout: layout("Recent changes", tab: nil)),
            SampleScreen(name: "recent-empty", screen: RecentView(lines: [], in: context), layout: layout("Recent changes", tab: nil)),
            SampleScreen(name: "search", screen: search, layout: layout("Search", tab: nil)),
            SampleScreen(name: "search-empty", screen: emptySearch, layout: layout("Search", tab: nil)),
            SampleScreen(
                name: "search-problem", screen: SearchView(query: "x", results: [], problem: problem, in: context),
                layout: layout("Search", tab: nil)),
            SampleScreen(name: "search-static", screen: StaticSearchView(in: context), layout: staticLayout),
            SampleScreen(name: "pages", screen: pages, layout: layout("All pages", tab: nil)),
            SampleScreen(name: "pages-empty", screen: PagesView(nodes: [], total: 0, in: context), layout: layout("All pages", tab: nil)),
        ]
    }

    /// What surrounds a page of a static site.
    private var staticLayout: LayoutView {
        var layout = layout("Search", tab: nil)
        layout.staticSearch = StaticSearch(index: "search", root: "../", page: "search.html")
        return layout
    }

    private var recent: RecentView {
        RecentView(
            lines: [
                revision(
                    0, "Dmitri Shuralyov", "Explain when a mutex is the better tool", added: 48, removed: 12, title: "Mutex or channel?"),
                revision(1, "Rob Pike", "Slice-Tricks: +2 paragraphs", added: 1204, removed: 0, title: "Slice tricks"),
                revision(2, "林 美咲", "Fix a typo", added: 1, removed: 1, marks: [.merge, .unconfirmed], title: "モジュール"),
                revision(3, "Ada Lovelace", "", marks: [.created], title: "Table-driven tests"),
            ], after: "cursor", isFirstPage: false, in: context)
    }

    private var search: SearchView {
        SearchView(
            query: "mutex",
            results: [
                SearchResult(
                    path: path("Guides/Concurrency"), title: "Mutex or channel?",
                    excerpt: [
                        MarkedText("Do not be afraid to use a sync.", isMarked: false), MarkedText("Mutex", isMarked: true),
                        MarkedText(" if that fits your problem best. A common <mistake> is to overuse channels", isMarked: false),
                    ], seconds: 1_795_000_000, in: context),
                SearchResult(
                    path: path("Rationales"), title: "Rationales", excerpt: [MarkedText("why a mutex is not reentrant", isMarked: false)],
                    in: context),
            ], total: 1204, page: 2, hasMore: true, in: context)
    }

    private var emptySearch: SearchView { SearchView(query: "mutexx \"<>", results: [], in: context) }

    private var pages: PagesView {
        PagesView(
            folder: path("Guides/Tools"),
            nodes: [
                TreeNode(
                    folder: path("Guides/Tools/Editors"), count: 3,
                    children: [
                        TreeNode(folder: path("Guides/Tools/Editors/Old"), count: 2, in: context),
                        TreeNode(page: path("Guides/Tools/Editors/vim"), in: context),
                        TreeNode(page: path("Guides/Tools/Editors/Emacs"), in: context),
                    ], in: context),
                TreeNode(folder: path("Guides/Tools/Debuggers"), count: 1204, in: context),
                TreeNode(letter: "A", in: path("Guides/Tools"), count: 310, in: context),
                TreeNode(page: path("Guides/Tools/gofmt"), title: "gofmt", in: context),
                TreeNode(page: path("Guides/Tools/Staticcheck"), in: context),
            ], total: 1520, letter: "A", after: path("Guides/Tools/gofmt"), in: context)
    }
}
