/// Which pages of the administration a person may open.
package struct AdminPages: Sendable, Hashable {
    /// The pages, in the order of their tabs.
    package enum Page: String, Sendable, CaseIterable {
        case credits, people, edits, invitations, access, export, audit
    }

    /// Those that may be opened.
    package let pages: Set<Page>

    package init(_ pages: Set<Page>) { self.pages = pages }

    /// The address of a page.
    package static func address(of page: Page, _ urls: SiteURL) -> String {
        switch page {
        case .credits: urls.adminCredits
        case .people: urls.adminPeople()
        case .edits: urls.adminEdits()
        case .invitations: urls.adminInvitations()
        case .access: urls.adminAccess
        case .export: urls.adminExport
        case .audit: urls.adminAudit()
        }
    }

    /// Where administration begins for this person; nil where nothing of it is theirs.
    package func entry(_ urls: SiteURL) -> String? {
        [Page.people, .credits].first(where: pages.contains).map { Self.address(of: $0, urls) }
    }
}
