package import Git
package import WikiCore

/// A page of the index of all pages: the folders right inside a folder, then its pages; where these are many, their first
/// letters instead.
package struct PageListing: Sendable {
    /// One line of it.
    package enum Item: Sendable {
        case folder(GitPath, count: Int)
        case letter(String, count: Int)
        case page(GitPath, title: String)
    }

    /// The lines, in order.
    package let items: [Item]
    /// How many pages there are in all.
    package let total: Int
    /// Behind which path the rest begins: a folder's with a slash at its end, or a page's. Nil where this is the end.
    package let next: [UInt8]?

    /// The most lines, but for letters.
    private static let size = 500
    /// A folder with more pages than this shows letters first.
    private static let flatLimit = 300

    /// Reads a page of the index.
    /// - Parameters:
    ///   - letter: the section of a long folder that is listed alone.
    ///   - after: where it goes on, as `next` told it.
    package static func read(_ snapshot: WikiSnapshot, folder: GitPath, letter: String?, after: [UInt8]?) throws -> PageListing {
        let index = snapshot.index
        if let letter {
            let pages = try index.children(of: folder, letter: letter, after: after.map { GitPath(bytes: $0) }, limit: size + 1)
            return PageListing(
                items: try pages.prefix(size).map { try item($0, snapshot) }, total: try index.childCount(of: folder, letter: letter),
                next: pages.count > size ? pages[size - 1].path.bytes : nil)
        }
        let total = try index.pageCount(under: folder)
        let isBehindFolders = after.map { $0.last != slash } ?? false
        let last = isBehindFolders ? nil : after.map { GitPath(bytes: $0.dropLast()) }
        let folders = isBehindFolders ? [] : try index.folders(in: folder, after: last, limit: size + 1)
        let items = try folders.prefix(size).map { Item.folder($0, count: try index.pageCount(under: $0)) }
        if folders.count > size { return PageListing(items: items, total: total, next: folders[size - 1].bytes + [slash]) }
        if try index.childCount(of: folder) > flatLimit {
            let letters = try index.letters(of: folder).map { Item.letter($0.letter, count: $0.count) }
            return PageListing(items: items + letters, total: total, next: nil)
        }
        let room = size - items.count
        let pages = try index.children(of: folder, after: isBehindFolders ? after.map { GitPath(bytes: $0) } : nil, limit: room + 1)
        let shown = pages.prefix(room)
        let end = shown.last?.path.bytes ?? folders.last.map { $0.bytes + [slash] }
        return PageListing(
            items: items + (try shown.map { try item($0, snapshot) }), total: total, next: pages.count > room ? end : nil)
    }

    private static let slash = UInt8(ascii: "/")

    private static func item(_ page: Page, _ snapshot: WikiSnapshot) throws -> Item {
        .page(try snapshot.lookup.address(of: page), title: page.title)
    }
}
