package import Git
import Markup

/// Where a redirect leads in the end.
package enum RedirectEnd: Hashable, Sendable {
    /// The address that readers are sent to: a page's or a folder's.
    case address(GitPath)
    /// Back to where it came from, or on and on.
    case circle
    /// No page; the path that one would have, where there can be one.
    case missing(GitPath?)
}

extension WikiSnapshot {
    /// The most redirects that are followed in a row.
    private static let redirectLimit = 8

    /// Where the redirect of a page leads, by way of others; nil where it has none. A chain that ends at nothing leads to
    /// its last page, which says so.
    package func redirectEnd(of page: Page) throws -> RedirectEnd? {
        guard page.redirect != nil else { return nil }
        var (current, seen): (Page, Set<Int64>) = (page, [page.id])
        var last: GitPath?
        for _ in 0..<Self.redirectLimit {
            guard let target = current.redirect else { break }
            let link = DocumentLink(kind: .wikilink, target: target)
            switch try links.resolve(link, from: linkFolder(of: current))?.kind {
            case .page(let found, let address):
                guard seen.insert(found.id).inserted else { return .circle }
                (current, last) = (found, address)
            case .folder(let folder): return .address(folder)
            case .missing(let path): return last.map { .address($0) } ?? .missing(path)
            case .file(let file): return last.map { .address($0) } ?? .missing(file.file.relative(to: layout.root))
            case nil: return last.map { .address($0) } ?? .missing(nil)
            }
        }
        guard current.redirect == nil, let last else { return .circle }
        return .address(last)
    }
}
