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
    static let redirectLimit = 8

    /// Where the redirect of a page leads, by way of others; nil where it has none. A chain that ends at nothing leads to
    /// its last page, which says so.
    package func redirectEnd(of page: Page) throws -> RedirectEnd? { page.redirect == nil ? nil : try follow(page).end }

    /// Whether a page sends its readers on; a redirect that leads in a circle or to nothing is shown as a page.
    package func leadsOn(_ page: Page) throws -> Bool { if case .address = try redirectEnd(of: page) { true } else { false } }

    /// The page to which the redirect of a page leads, and its address; nil where it leads to none.
    package func redirectPage(of page: Page) throws -> (page: Page, address: GitPath)? {
        guard page.redirect != nil, case (.address(let address), let last?) = try follow(page) else { return nil }
        return (last, address)
    }

    /// - Returns: where the redirect ends, and the page there.
    private func follow(_ page: Page) throws -> (end: RedirectEnd, page: Page?) {
        var (current, seen): (Page, Set<Int64>) = (page, [page.id])
        var last: GitPath?
        func end(or end: RedirectEnd) -> (end: RedirectEnd, page: Page?) { last.map { (.address($0), current) } ?? (end, nil) }
        for _ in 0..<Self.redirectLimit {
            guard let target = current.redirect else { break }
            let link = DocumentLink(kind: .wikilink, target: target)
            switch try links.resolve(link, from: linkFolder(of: current))?.kind {
            case .page(let found, let address):
                guard seen.insert(found.id).inserted else { return (.circle, nil) }
                (current, last) = (found, address)
            case .folder(let folder): return (.address(folder), nil)
            case .missing(let path): return end(or: .missing(path))
            case .file(let file): return end(or: .missing(file.file.relative(to: layout.root)))
            case nil: return end(or: .missing(nil))
            }
        }
        return current.redirect == nil ? end(or: .circle) : (.circle, nil)
    }
}
