package import Git
package import Markup
package import WikiCore
import Wording

/// Makes pages out of one state of the wiki: document, parts, last edit, contributors. Blocking; never on the
/// cooperative pool.
package struct PageComposer {
    /// The state.
    package let snapshot: WikiSnapshot
    private let source: ScreenSource
    private let mayEdit: Bool

    /// Told of each link of a page that leads nowhere.
    package var onFault: ((LinkFault) -> Void)?

    /// How many contributors a page names.
    private static let contributorLimit = 5

    /// - Parameter mayEdit: whether readers are offered to edit.
    package init(snapshot: WikiSnapshot, source: ScreenSource, mayEdit: Bool) {
        self.snapshot = snapshot
        self.source = source
        self.mayEdit = mayEdit
    }

    private var context: ViewContext { source.context }

    /// What the order of pages puts before, after and beside a page.
    /// - Parameter lists: keeps what was looked up.
    package func surroundings(of page: Page, lists: ReadingLists) throws -> PageSurroundings {
        let order = try ReadingOrder(snapshot: snapshot, lists: lists)
        return PageSurroundings(neighbours: try order.neighbours(of: page), sidebar: try order.sidebar(beside: page))
    }

    /// The text of a page as it was parsed.
    package func document(of page: Page) throws -> Document {
        try snapshot.index.document(page.blob) ?? .source(snapshot.text(of: page))
    }

    /// The page as readers see it, in a layout that tells machines the same; the pages before and after are those of the layout.
    package func screen(of page: Page, _ document: Document, notes: [NoteView] = [], in layout: inout LayoutView, address: GitPath) throws
        -> PageView
    {
        let people = try contributors(of: page)
        let last = try snapshot.index.lastRevision(of: page.id)
        layout.facts = try facts(of: page, document, people: people.shown, last: last, address: address)
        return PageView(
            path: page.path.bytes, title: page.title, article: try html(document, page: page, onFault: onFault),
            language: document.frontMatter.language, contents: contents(document), lastEdit: try last.map { try lastEdit($0, of: page) },
            contributors: people.shown.map { view(of: $0) }, contributorCount: people.count,
            tags: try snapshot.index.tags(of: page.id), notes: try notes + self.notes(document, page: page), hasMath: document.hasMath,
            hasAuthors: true, isEditable: mayEdit, downloads: source.downloads(page, document),
            steps: layout.steps, in: context)
    }

    /// A few contributors and how many there are: by their words, and by their edits until those are known, which is asked for.
    private func contributors(of page: Page) throws -> (shown: [NamedPerson], count: Int) {
        if let people = try snapshot.index.wordShares(of: page) {
            let shown = people.prefix(Self.contributorLimit).map {
                NamedPerson(name: $0.name, person: $0.person, measure: .share($0.share))
            }
            return (shown, people.count)
        }
        if try snapshot.index.isAuthorshipDue(page.id) { source.wantAuthors(page.id) }
        let shown = try snapshot.index.contributors(of: page.id, limit: Self.contributorLimit).map {
            NamedPerson(name: $0.name, person: $0.person, measure: .edits($0.edits))
        }
        return (shown, try snapshot.index.contributorCount(of: page.id))
    }

    /// One of the people that a page names.
    private struct NamedPerson {
        enum Measure {
            case share(Double)
            case edits(Int)
        }

        let name: String
        /// What addresses call them.
        let person: String?
        let measure: Measure
    }

    private func view(of person: NamedPerson) -> ContributorView {
        let href = person.person.map { context.urls.person($0) }
        switch person.measure {
        case .share(let share): return ContributorView(name: person.name, href: href, share: share, in: context)
        case .edits(let edits): return ContributorView(name: person.name, href: href, edits: edits, in: context)
        }
    }

    /// What machines are told of a page.
    private func facts(
        of page: Page, _ document: Document, people: [NamedPerson], last: Revision?, address: GitPath
    ) throws -> PageFacts {
        var facts = PageFacts(
            path: address.bytes, title: page.title, siteName: source.configuration.site.name, language: document.frontMatter.language,
            in: context)
        facts.description = page.description
        facts.license = document.frontMatter.license ?? source.configuration.site.license
        facts.first = try snapshot.index.firstTime(of: page.id).map(Int.init)
        facts.last = last.map { Int($0.time) }
        for person in people { facts.addContributor(person.name, href: person.person.map { context.urls.person($0) }) }
        if context.urls.origin != nil {
            let links = PageLinks(snapshot: snapshot, context: context, folder: try snapshot.linkFolder(of: page), page: page.id)
            facts.picture = FirstPicture(in: document, links: links, urls: context.urls).address
        }
        return facts
    }

    /// An older text of a page, as it would read today.
    package func oldScreen(_ document: Document, of page: PageComparison, revision: Revision, title: String) throws -> PageView {
        let links = PageLinks(snapshot: snapshot, context: context, folder: try snapshot.linkFolder(of: page.path), page: page.page)
        return PageView(
            path: page.path.bytes, title: title, article: document.html(links), language: document.frontMatter.language,
            contents: contents(document), notes: frontMatterNotes(document),
            oldRevision: OldRevisionView(
                path: page.path.bytes, pathThen: snapshot.layout.pagePath(of: revision.file).bytes,
                revision: RevisionBrief(revision, in: context.urls),
                pusher: try source.pushNotes(revision.id).pusher(of: revision),
                isUnconfirmed: revision.isUnconfirmed, canRestore: mayEdit, in: context),
            hasMath: document.hasMath, isEditable: false, in: context)
    }

    /// The layout around a page, with the parts that serve its folder.
    package func layout(_ base: LayoutView, of page: Page, _ document: Document, address: GitPath, tab: PageTab?) throws -> LayoutView {
        var layout = base
        layout.setLicense(of: document)
        layout.title = address.isRoot && tab == .read ? nil : page.title
        layout.description = page.description ?? source.configuration.site.description
        layout.canonical = context.urls.page(address.bytes)
        layout.markdown = context.urls.raw(address.bytes)
        layout.place = PlaceView(
            path: address.bytes, title: page.title, page: page.path.bytes, current: tab, isEditable: mayEdit, in: context)
        let feed = context.urls.feedHistory(page.path.bytes)
        // A static site without a past has none.
        if !feed.utf8.isEmpty { layout.feeds.append(LinkView(label: source.words.text("history.feed"), href: feed)) }
        if page.isDraft { layout.isIndexed = false }
        try addParts(to: &layout, folder: page.path.parent)
        return layout
    }

    /// Sets sidebar, header and footer of a folder.
    package func addParts(to layout: inout LayoutView, folder: GitPath) throws {
        let parts = try parts(for: folder)
        layout.sidebar = try parts[0].map(part)
        layout.header = try parts[1].map(part)
        layout.footer = try parts[2].map(part)
    }

    /// A text as an article of some page.
    /// - Parameter onFault: told of each link that leads nowhere.
    package func html(_ document: Document, page: Page, onFault: ((LinkFault) -> Void)? = nil) throws -> SafeHTML {
        let folder = try snapshot.linkFolder(of: page)
        let links = PageLinks(snapshot: snapshot, context: context, folder: folder, page: page.id, onFault: onFault)
        let html = document.html(links)
        links.tellLost(document)
        return html
    }

    /// What a page's front matter says that readers should know.
    package func frontMatterNotes(_ document: Document) -> [NoteView] {
        var notes: [NoteView] = []
        if let problem = document.frontMatter.problem {
            notes.append(NoteView(.brokenFrontMatter(reason(problem)), in: context))
        }
        if document.isSource { notes.append(NoteView(.shownAsSource, in: context)) }
        return notes
    }

    private func notes(_ document: Document, page: Page) throws -> [NoteView] {
        var notes = frontMatterNotes(document)
        switch try snapshot.redirectEnd(of: page) {
        case .circle: notes.append(NoteView(.redirectsToItself, in: context))
        case .missing(let path): notes.append(NoteView(.redirectsToMissing(page.redirect ?? "", path: path?.bytes), in: context))
        case .address, nil: break
        }
        if page.isDraft { notes.append(NoteView(.draft, in: context)) }
        return notes
    }

    private func reason(_ problem: FrontMatterProblem) -> String {
        switch problem {
        case .notYAML(let line): source.words.text("frontMatter.notYAML", ["line": .text(String(line))])
        case .notKeys: source.words.text("frontMatter.notKeys")
        case .tooLarge: source.words.text("frontMatter.tooLarge")
        case .tooComplex: source.words.text("frontMatter.tooComplex")
        }
    }

    /// Sidebar, header and footer of a folder, where there are such.
    package func parts(for folder: GitPath) throws -> [Page?] {
        let find = { try ["_Sidebar", "_Header", "_Footer"].map { try snapshot.part($0, for: folder) } }
        return try source.shelf?.parts(for: folder, find) ?? find()
    }

    private func part(_ page: Page) throws -> SafeHTML {
        let make = { try html(try document(of: page), page: page) }
        return try source.shelf?.article(of: page, from: source.urls, make) ?? make()
    }

    private func contents(_ document: Document) -> [ContentsEntry] {
        document.headings.map { ContentsEntry(level: $0.level, anchor: $0.anchor, text: $0.text) }
    }

    private func lastEdit(_ revision: Revision, of page: Page) throws -> LastEditView {
        // A push is written down before the branch moves, so what is known of it is known by now.
        let notes = try source.pushNotes(revision.id)
        return LastEditView(
            path: page.path.bytes, revision: RevisionBrief(revision, in: context.urls), pusher: notes.pusher(of: revision),
            isUnconfirmed: revision.isUnconfirmed, in: context)
    }
}

extension LayoutView {
    /// Names the licence of a page that says its own, instead of the wiki's.
    package mutating func setLicense(of document: Document) {
        if let own = document.frontMatter.license { license = LicenseView(name: own) }
    }
}
