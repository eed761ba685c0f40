import Git
import Markup
import NIOCore
import Presentation
import WikiCore
import Wording

/// Makes pages out of one state of the wiki: document, parts, last edit, contributors. Blocking; never on the
/// cooperative pool.
struct PageComposer {
    let snapshot: WikiSnapshot
    let site: WikiSite
    let mayEdit: Bool

    /// How many contributors a page names.
    private static let contributorLimit = 5

    private var context: ViewContext { site.context }

    /// All that the bytes of a page depend on.
    func key(of page: Page, address: GitPath) throws -> String {
        let states = site.wiki.linkStates
        var key =
            "\(page.blob.hex).\(page.lastCommit).\(page.id).\(states.count(of: page.id)).\(states.sharedCount).\(site.theme.version).\(mayEdit)"
        key += ".\(snapshot.creditEpoch).\(try snapshot.index.hasAuthorship(of: page.id, blob: page.blob))"
        for part in try parts(for: page.path.parent) {
            key += ".\(part?.blob.hex ?? "-").\(part.map { states.count(of: $0.id) } ?? 0)"
        }
        if let end = try snapshot.redirectEnd(of: page) { key += ".\(end)" }
        return key + "." + address.bytes.map { String($0, radix: 16) }.joined()
    }

    /// The text of a page as it was parsed.
    func document(of page: Page) throws -> Document {
        try snapshot.index.document(page.blob) ?? .source(snapshot.text(of: page))
    }

    /// The page as readers see it.
    func screen(of page: Page, _ document: Document, notes: [NoteView] = []) throws -> PageView {
        let people = try contributors(of: page)
        return PageView(
            path: page.path.bytes, title: page.title, article: try html(document, page: page), language: document.frontMatter.language,
            contents: contents(document), lastEdit: try lastEdit(of: page), contributors: people.shown, contributorCount: people.count,
            tags: try snapshot.index.tags(of: page.id), notes: try notes + self.notes(document, page: page), hasMath: document.hasMath,
            hasAuthors: true, isEditable: mayEdit, downloads: downloads(of: page, document), in: context)
    }

    /// Where the page is had as a book, format by format, where it is the beginning of one.
    private func downloads(of page: Page, _ document: Document) -> [LinkView] {
        guard let service = site.exports?.service, service.isBook(document.frontMatter) else { return [] }
        return service.bookFormats.map { format in
            let name = format.rawValue
            return LinkView(label: site.words.text("page.download.\(name)"), href: context.urls.book(page.path.bytes, format: name))
        }
    }

    /// A few contributors and how many there are: by their words, and by their edits until those are known, which is asked for.
    private func contributors(of page: Page) throws -> (shown: [ContributorView], count: Int) {
        if let people = try snapshot.index.wordShares(of: page) {
            let shown = people.prefix(Self.contributorLimit).map {
                ContributorView(name: $0.name, href: $0.person.map { context.urls.person($0) }, share: $0.share, in: context)
            }
            return (shown, people.count)
        }
        if try snapshot.index.isAuthorshipDue(page.id) { site.wiki.attribution.want(page.id) }
        let shown = try snapshot.index.contributors(of: page.id, limit: Self.contributorLimit).map {
            ContributorView(name: $0.name, href: $0.person.map { context.urls.person($0) }, edits: $0.edits, in: context)
        }
        return (shown, try snapshot.index.contributorCount(of: page.id))
    }

    /// An older text of a page, as it would read today.
    func oldScreen(_ document: Document, of page: PageComparison, revision: Revision, title: String) throws -> PageView {
        let brief = RevisionBrief(id: revision.id.hex, author: revision.author, seconds: Int(revision.time), summary: revision.summary)
        let links = PageLinks(snapshot: snapshot, context: context, folder: try snapshot.linkFolder(of: page.path), page: page.page)
        return PageView(
            path: page.path.bytes, title: title, article: document.html(links), language: document.frontMatter.language,
            contents: contents(document), notes: frontMatterNotes(document),
            oldRevision: OldRevisionView(
                path: page.path.bytes, pathThen: snapshot.layout.pagePath(of: revision.file).bytes, revision: brief,
                pusher: try PushNotes(blocking: revision.id, in: site.members).pusher(of: revision),
                isUnconfirmed: revision.isUnconfirmed, canRestore: mayEdit, in: context),
            hasMath: document.hasMath, isEditable: false, in: context)
    }

    /// The layout around a page, with the parts that serve its folder.
    func layout(_ base: LayoutView, of page: Page, _ document: Document, address: GitPath, tab: PageTab?) throws -> LayoutView {
        var layout = base
        layout.setLicense(of: document)
        layout.title = address.isRoot && tab == .read ? nil : page.title
        layout.description = page.description ?? site.configuration.site.description
        layout.canonical = context.urls.page(address.bytes)
        layout.markdown = context.urls.raw(address.bytes)
        layout.place = PlaceView(
            path: address.bytes, title: page.title, page: page.path.bytes, current: tab, isEditable: mayEdit, in: context)
        layout.feeds.append(LinkView(label: site.words.text("history.feed"), href: context.urls.feedHistory(page.path.bytes)))
        if page.isDraft { layout.isIndexed = false }
        try addParts(to: &layout, folder: page.path.parent)
        return layout
    }

    /// Sets sidebar, header and footer of a folder.
    func addParts(to layout: inout LayoutView, folder: GitPath) throws {
        let parts = try parts(for: folder)
        layout.sidebar = try parts[0].map(part)
        layout.header = try parts[1].map(part)
        layout.footer = try parts[2].map(part)
    }

    /// A text as an article of some page.
    func html(_ document: Document, page: Page) throws -> SafeHTML {
        document.html(PageLinks(snapshot: snapshot, context: context, folder: try snapshot.linkFolder(of: page), page: page.id))
    }

    /// What a page's front matter says that readers should know.
    func frontMatterNotes(_ document: Document) -> [NoteView] {
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
        case .notYAML(let line): site.words.text("frontMatter.notYAML", ["line": .text(String(line))])
        case .notKeys: site.words.text("frontMatter.notKeys")
        case .tooLarge: site.words.text("frontMatter.tooLarge")
        case .tooComplex: site.words.text("frontMatter.tooComplex")
        }
    }

    private func parts(for folder: GitPath) throws -> [Page?] {
        try ["_Sidebar", "_Header", "_Footer"].map { try snapshot.part($0, for: folder) }
    }

    private func part(_ page: Page) throws -> SafeHTML { try html(try document(of: page), page: page) }

    private func contents(_ document: Document) -> [ContentsEntry] {
        document.headings.map { ContentsEntry(level: $0.level, anchor: $0.anchor, text: $0.text) }
    }

    private func lastEdit(of page: Page) throws -> LastEditView? {
        try snapshot.index.lastRevision(of: page.id).map { revision in
            // A push is written down before the branch moves, so what is known of it is known by now.
            let notes = try PushNotes(blocking: revision.id, in: site.members)
            let brief = RevisionBrief(id: revision.id.hex, author: revision.author, seconds: Int(revision.time), summary: revision.summary)
            return LastEditView(
                path: page.path.bytes, revision: brief, authorHref: revision.person.map { context.urls.person($0) },
                pusher: notes.pusher(of: revision), isUnconfirmed: revision.isUnconfirmed,
                in: context)
        }
    }
}

extension LayoutView {
    /// Names the licence of a page that says its own, instead of the wiki's.
    mutating func setLicense(of document: Document) {
        if let own = document.frontMatter.license { license = LicenseView(name: own) }
    }
}
