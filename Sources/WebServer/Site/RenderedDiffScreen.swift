import Markup
import Presentation
import WikiCore

/// Compares two revisions of a page as they are read: both with the links and embeds that they would have today.
struct RenderedDiffScreen {
    let site: WikiSite
    private let old: Document?
    private let new: Document?

    /// Parses both texts, where nobody has.
    init(_ comparison: PageComparison, in site: WikiSite) async throws {
        self.site = site
        old = try await Self.document(comparison.old, site)
        new = try await Self.document(comparison.new, site)
    }

    private static func document(_ text: [UInt8]?, _ site: WikiSite) async throws -> Document? {
        guard let text else { return nil }
        return try await site.wiki.document(of: text, priority: .preview)
    }

    /// Blocking.
    func view(_ comparison: PageComparison, _ snapshot: WikiSnapshot) throws -> RenderedDiffView {
        let folder = try snapshot.linkFolder(of: comparison.path)
        // Each gets a budget of its own, so that a link costs the same on both sides.
        func article(_ document: Document?) -> SafeHTML {
            document?.html(PageLinks(snapshot: snapshot, context: site.context, folder: folder, page: comparison.page)) ?? .empty
        }
        return RenderedDiffView(old: old, new: new, oldArticle: article(old), newArticle: article(new), in: site.context)
    }
}
