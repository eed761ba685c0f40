import Git
import Markup
import Presentation
import WikiCore
import Wording

/// Makes the files of a static site out of one state of a wiki. One for each thread; blocking.
struct SitePress {
    let run: SiteRun
    let snapshot: WikiSnapshot
    private let order: ReadingOrder

    init(run: SiteRun, snapshot: WikiSnapshot) throws {
        self.run = run
        self.snapshot = snapshot
        order = try ReadingOrder(snapshot: snapshot, lists: run.lists)
    }

    var site: StaticSite { run.site }
    var options: SiteOptions { run.export.options }
    var configuration: Configuration { snapshot.configuration }

    /// The most revisions or changes in one part of a list.
    static let listSize = 50

    /// What screens are made from, for one file.
    func source(_ file: String) -> ScreenSource { source(SiteURL(in: site, from: file, at: options.baseURL)) }

    func source(_ urls: SiteURL) -> ScreenSource {
        ScreenSource(
            context: ViewContext(urls: urls, words: run.export.words), configuration: configuration, differences: run.differences,
            pushNotes: run.pushNotes, wantAuthors: { _ in }, shelf: run.shelf)
    }

    /// What surrounds a screen.
    /// - Parameter page: the path of the page that it is about; empty for the wiki as a whole.
    func layout(_ title: String?, _ source: ScreenSource, in file: String, page: [UInt8] = []) -> LayoutView {
        var layout = LayoutView(siteName: configuration.site.name, title: title, in: source.context)
        layout.isWritable = false
        layout.staticSearch = source.urls.staticSearch
        layout.versions = run.export.versions?.view(of: page, in: file, source.context)
        layout.license = configuration.site.license.map { LicenseView(name: $0) }
        layout.feeds = [LinkView(label: source.words.text("recent.feed"), href: source.urls.feedRecent)]
        return layout
    }

    /// A screen as a file.
    func file(_ path: String, _ screen: some Screen, in layout: LayoutView) throws -> ExportFile {
        ExportFile(path: path, bytes: PlaceholderLinks.written(try run.export.theme.render(screen, in: layout)))
    }

    /// A feed as a file; its links are whole where the site's address is known.
    func feed(_ path: String, _ make: (ViewContext) throws -> FeedView) throws -> ExportFile {
        let view = try make(source(path).context)
        return ExportFile(path: path, bytes: try run.export.theme.renderDocument(FeedView.template, view, words: run.export.words))
    }

    // MARK: Pages

    /// A page and its Markdown, and its links that lead nowhere.
    func page(_ entry: SiteContent.Entry) throws -> (files: [ExportFile], broken: [BrokenLink]) {
        guard let path = site.file(at: entry.address.bytes) else { return ([], []) }
        let page = entry.page
        let text = try snapshot.text(of: page)
        let twin = ExportFile(path: "\(StaticSite.stem(of: path)).md", bytes: text)
        let source = source(path)
        var composer = PageComposer(snapshot: snapshot, source: source, mayEdit: site.isEditable)
        var broken: [BrokenLink] = []
        composer.onFault = { broken.append(BrokenLink($0, on: page)) }
        if let kind = FileNoteView.Kind.unreadable(bytes: text.count, limit: configuration.limits.page, text: { text }) {
            let raw = source.urls.raw(entry.address.bytes)
            let view = FileNoteView(path: entry.address.bytes, kind: kind, raw: raw, hasHistory: site.hasHistories, in: source.context)
            return ([try file(path, view, in: layout(page.title, source, in: path, page: entry.address.bytes)), twin], [])
        }
        let document = try composer.document(of: page)
        var layout = try composer.layout(
            layout(nil, source, in: path, page: entry.address.bytes), of: page, document, address: entry.address, tab: .read)
        if let canonical = run.export.versions?.canonical(entry.address.bytes) { layout.canonical = canonical }
        let neighbours = run.plan?.content.neighbours(of: page.id) ?? ReadingNeighbours()
        let written = try writtenTree(page, entry.address, source.context)
        let nodes = written == nil ? try order.sidebar(beside: page) : []
        PageSurroundings(neighbours: neighbours, sidebar: nodes).stand(in: &layout, source.context)
        if let written, !written.string.isEmpty { layout.writtenTree = written }
        let screen = try composer.screen(of: page, document, in: &layout, address: entry.address)
        if let redirect = page.redirect, try !snapshot.leadsOn(page) {
            broken.append(BrokenLink(page: page.path.bytes, target: redirect, kind: .redirect))
        }
        let html = try file(path, screen, in: layout)
        return ([html, twin], broken)
    }

    /// The sidebar beside a page where it is that of its folder; nil where it has to be made for the page alone.
    private func writtenTree(_ page: Page, _ address: GitPath, _ context: ViewContext) throws -> SafeHTML? {
        guard let folder = try order.treeFolder(beside: page) else { return nil }
        return try run.trees.tree(around: folder, at: address, run.export.theme, context) { try order.sidebar(beside: page) }
    }

    /// A file as it is.
    func attachment(_ file: WikiFile, at path: String?) throws -> [ExportFile] {
        try path.map { [ExportFile(path: $0, bytes: try snapshot.repository.blob(file.blob))] } ?? []
    }
}
