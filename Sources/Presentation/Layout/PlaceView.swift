import Wording

/// Where the reader is: the folders above, the page, and its tabs.
package struct PlaceView: TemplateView {
    private let crumbs: [LinkView]
    private let tabs: [LinkView]
    private let title: String

    /// - Parameters:
    ///   - path: the page's path; empty for the home folder.
    ///   - title: the page's own title.
    ///   - page: the path behind Edit and History where it differs, since a folder's address shows `Folder/README`.
    ///   - current: the tab that is open; nil shows none as current.
    ///   - isEditable: false leaves Edit out, as for old revisions and read-only visitors.
    ///   - isAlive: false for a deleted page, which has a history but no text whose authors could be shown.
    ///   - hasTabs: false for folders without a page and pages that are not there.
    package init(
        path: [UInt8], title: String, page: [UInt8]? = nil, current: PageTab? = nil, isEditable: Bool = true, isAlive: Bool = true,
        hasTabs: Bool = true, in context: ViewContext
    ) {
        self.title = title
        crumbs = Self.crumbs(path, context)
        let tabs =
            hasTabs ? Self.tabs(path, page ?? path, current, context) { ($0 != .edit || isEditable) && ($0 != .authors || isAlive) } : []
        // Where there is nothing to do but read, nothing says so.
        self.tabs = tabs.count > 1 ? tabs : []
    }

    /// A page whose tabs lead where the caller says: in a site of files some of them lead to the live wiki.
    ///
    /// - Parameters:
    ///   - tabs: the tabs that there are, with their addresses, in any order.
    ///   - current: the tab that is open.
    package init(path: [UInt8], title: String, tabs: [PageTab: String], current: PageTab? = nil, in context: ViewContext) {
        self.title = title
        crumbs = Self.crumbs(path, context)
        self.tabs = PageTab.allCases.compactMap { tab in tabs[tab].map { Self.tab(tab, href: $0, current, context) } }
    }

    package var fields: [String: TemplateValue] {
        ["crumbs": .views(crumbs), "tabs": .views(tabs), "title": .text(raw: title), "hasCrumbs": .flag(!crumbs.isEmpty)]
    }

    private static func tabs(
        _ address: [UInt8], _ page: [UInt8], _ current: PageTab?, _ context: ViewContext, isShown: (PageTab) -> Bool
    ) -> [LinkView] {
        PageTab.allCases.filter(isShown).compactMap { tab in
            let href =
                switch tab {
                case .read: context.urls.page(address)
                case .edit: context.urls.edit(page)
                case .history: context.urls.history(page)
                case .authors: context.urls.authors(page)
                }
            return href.utf8.isEmpty ? nil : Self.tab(tab, href: href, current, context)
        }
    }

    private static func tab(_ tab: PageTab, href: String, _ current: PageTab?, _ context: ViewContext) -> LinkView {
        LinkView(label: context.words.text("tab.\(tab.rawValue)"), href: href, isCurrent: tab == current, name: tab.rawValue)
    }

    /// The home page and the folders above a page; none above the home page itself.
    private static func crumbs(_ path: [UInt8], _ context: ViewContext) -> [LinkView] {
        let name = PathName(path)
        guard !name.segments.isEmpty else { return [] }
        return [LinkView(label: context.words.text("nav.home"), href: context.urls.home)]
            + name.segments.indices.dropLast().map {
                LinkView(label: PathName.readable(name.segments[$0]), href: context.urls.page(name.prefix(through: $0)))
            }
    }
}
