package import Markup
import Wording

/// What surrounds every screen: head, header with search, the page's tabs, sidebar, footer.
package struct LayoutView: TemplateView {
    /// Addresses and words.
    package let context: ViewContext
    /// The wiki's name.
    package var siteName: String
    /// The screen's title; nil on the home page, where the wiki's name alone is the title.
    package var title: String?
    /// For search engines and previews of links.
    package var description: String?
    /// The one address of this content, without scheme and host.
    package var canonical: String?
    /// False for histories, diffs, searches and forms.
    package var isIndexed = true
    /// The query in the search box.
    package var query = ""
    /// The longest query that a search takes, in characters.
    package var queryLimit = 200
    /// One line for every page, such as that the wiki is read-only.
    package var notice: String?
    /// Where the reader is: breadcrumbs and the page's tabs.
    package var place: PlaceView?
    /// The parts of the folder.
    package var sidebar: SafeHTML?
    /// What stands in the sidebar's place where there is none.
    package var sidebarTree: SidebarTree?
    /// The same, written already.
    package var writtenTree: SafeHTML?
    package var header: SafeHTML?
    package var footer: SafeHTML?
    /// The licence of the content and its address.
    package var license: LicenseView?
    /// Feeds that a feed reader should find.
    package var feeds: [LinkView] = []
    /// The pages before and after, for machines.
    package var steps = PageSteps.none
    /// The page's Markdown, for machines.
    package var markdown: String?
    /// What just happened.
    package var flash: FlashView?
    /// Whether pages can be written here; without it nothing offers to.
    package var isWritable = true
    /// Who reads; nil where nobody can have an account.
    package var visitor: VisitorView?
    /// False where the reader may open nothing yet: then nothing is offered but the way in.
    package var isReadable = true
    /// What git takes to clone the wiki; nil where the server does not know its own address.
    package var cloneAddress: String?
    /// The same over SSH; nil where that is not set up.
    package var sshCloneAddress: String?
    /// Where a page of a static site searches; nil where a server does.
    package var staticSearch: StaticSearch?
    /// The picture for previews of links (absolute); nil takes that of `facts`.
    package var picture: String?
    /// What machines are told of the page; nil for screens that are no pages.
    package var facts: PageFacts?
    /// The versions of the site to choose from; nil where there is one alone.
    package var versions: VersionsView?

    package init(siteName: String, title: String?, in context: ViewContext) {
        self.siteName = siteName
        self.title = title
        self.context = context
    }

    package var fields: [String: TemplateValue] {
        headFields.merging(bodyFields) { own, _ in own }.merging(factFields) { own, _ in own }
            .merging(keyFields) { own, _ in own }
    }

    /// The style sheets that the layout needs besides those of every page, by asset name.
    var styles: [String] { versions == nil ? [] : VersionsView.styles }

    private var factFields: [String: TemplateValue] {
        [
            "picture": .text(raw: picture ?? facts?.picture),
            "linkedData": .html(ifAny: facts?.linkedData),
            "published": .text(raw: facts?.first.map { CivilDate(seconds: $0).iso }),
            "modified": .text(raw: facts?.last.map { CivilDate(seconds: $0).iso }),
            "locale": .text(raw: PreviewLocale(facts?.language ?? context.words.language).text),
            "isArticle": .flag(facts != nil),
        ]
    }

    private var headFields: [String: TemplateValue] {
        let words = context.words
        let documentTitle = title.map { words.text("layout.documentTitle", ["title": .text($0), "site": .text(siteName)]) }
        return [
            "language": .text(raw: words.language),
            "siteName": .text(raw: siteName),
            "title": .text(raw: title ?? siteName),
            "documentTitle": .text(raw: documentTitle ?? siteName),
            "description": .text(raw: description),
            "canonical": .text(raw: context.urls.origin == nil ? nil : canonical.map(context.urls.absolute)),
            "isIndexed": .flag(isIndexed),
            "feeds": .views(feeds),
            "previous": .view(steps.previous),
            "next": .view(steps.next),
            "markdown": .text(raw: markdown),
        ]
    }

    private var bodyFields: [String: TemplateValue] {
        let urls = context.urls
        return [
            "homeHref": .text(raw: urls.home),
            "recentHref": .text(raw: urls.recent()),
            "pagesHref": .text(raw: urls.pages()),
            "peopleHref": .text(raw: urls.people()),
            "helpHref": .text(raw: urls.help()), "colophonHref": .text(raw: urls.colophon),
            "newHref": .text(raw: isWritable ? urls.newPage() : nil),
            "visitor": .view(visitor),
            "isReadable": .flag(isReadable),
            "clone": .text(raw: cloneAddress.map { "git clone \($0)" }),
            "cloneBySSH": .text(raw: sshCloneAddress.map { "git clone \($0)" }),
            "searchHref": .text(raw: staticSearch?.page ?? urls.search()),
            "titlesHref": .text(raw: staticSearch == nil ? urls.searchTitles : nil),
            "staticSearch": .view(staticSearch),
            "query": .text(raw: query),
            "queryLimit": .number(queryLimit),
            "notice": .text(raw: notice),
            "place": .view(place),
            "flash": .view(flash),
            "sidebar": .html(ifAny: sidebar),
            "sidebarTree": .view(sidebar == nil ? sidebarTree : nil),
            "writtenTree": .html(ifAny: sidebar == nil ? writtenTree : nil),
            "hasSidebar": .flag(sidebar != nil || sidebarTree != nil || writtenTree != nil),
            "header": .html(ifAny: header),
            "footer": .html(ifAny: footer),
            "license": .view(license),
            "versions": .view(versions),
        ]
    }
}
