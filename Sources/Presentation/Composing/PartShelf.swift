import Git
import Markup
import Synchronization
import WikiCore

/// Sidebars, headers and footers that were made already, for whoever makes many pages of one state: they are the same for all pages
/// of a folder.
package final class PartShelf: Sendable {
    private struct Key: Hashable {
        let part: Int64
        let urls: SiteURL
    }

    private let parts: Mutex<[GitPath: [Page?]]> = Mutex([:])
    private let articles: Mutex<[Key: SafeHTML]> = Mutex([:])

    package init() {}

    /// The parts of a folder, looked up once.
    func parts(for folder: GitPath, _ find: () throws -> [Page?]) rethrows -> [Page?] {
        if let known = parts.withLock({ $0[folder] }) { return known }
        let found = try find()
        parts.withLock { $0[folder] = found }
        return found
    }

    /// A part as it reads from a place, made once.
    func article(of part: Page, from urls: SiteURL, _ make: () throws -> SafeHTML) rethrows -> SafeHTML {
        let key = Key(part: part.id, urls: urls)
        if let known = articles.withLock({ $0[key] }) { return known }
        let made = try make()
        articles.withLock { $0[key] = made }
        return made
    }
}
