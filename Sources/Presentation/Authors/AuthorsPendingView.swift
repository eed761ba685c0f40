package import WikiCore
import Wording

/// Says why there is nothing to show of a page's authors: not yet, or never.
package struct AuthorsPendingView: Screen {
    package static let template = "authors-pending"

    private let own: [String: TemplateValue]
    private let contributors: [ContributorView]

    /// - Parameters:
    ///   - isReadable: false for a text that can have no authors.
    ///   - contributors: who edited the page, those with the most edits first.
    package init(path: [UInt8], title: String, isReadable: Bool, contributors: [Contributor], in context: ViewContext) {
        self.contributors = contributors.map {
            ContributorView(name: $0.name, href: $0.person.map { context.urls.person($0) }, edits: $0.edits, in: context)
        }
        own = [
            "title": .text(raw: title), "pageHref": .text(raw: context.urls.page(path)),
            "reason": .text(raw: context.words.text(isReadable ? "authors.pending" : "authors.unreadable")),
            "againHref": .text(raw: isReadable ? context.urls.authors(path) : nil),
            "historyHref": .text(raw: context.urls.history(path)), "hasContributors": .flag(!contributors.isEmpty),
        ]
    }

    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] { own.merging(["contributors": .views(contributors)]) { own, _ in own } }
}
