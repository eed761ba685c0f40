package import Git
package import WikiCore

/// A page of the index of all pages: what stands right inside a folder, in the order in which it is read; where its pages
/// are many, the folders and then the first letters of the pages instead.
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
        let place = try after.map { try rank($0, index) }
        if let letter {
            let pages = try index.children(of: folder, letter: letter, after: place, limit: size + 1)
            return PageListing(
                items: try pages.prefix(size).map { try item($0, snapshot) }, total: try index.childCount(of: folder, letter: letter),
                next: pages.count > size ? pages[size - 1].path.bytes : nil)
        }
        let total = try index.pageCount(under: folder)
        let folders = try index.folders(in: folder, after: place, limit: size + 1)
        if try index.childCount(of: folder) > flatLimit {
            let shown = try folders.prefix(size).map { Item.folder($0, count: try index.pageCount(under: $0)) }
            if folders.count > size { return PageListing(items: shown, total: total, next: folders[size - 1].bytes + [slash]) }
            let letters = try index.letters(of: folder).map { Item.letter($0.letter, count: $0.count) }
            return PageListing(items: shown + letters, total: total, next: nil)
        }
        let head = try head(of: folder, snapshot)
        let pages = try index.children(of: folder, after: place, limit: size + 1).filter { $0.id != head?.id }
        let lines = try lines(folders, pages, index)
        let first = try place == nil ? head.map { [try item($0, snapshot)] } ?? [] : []
        let shown = try lines.prefix(size).map { line in
            switch line {
            case .folder(let path): Item.folder(path, count: try index.pageCount(under: path))
            case .page(let page): try item(page, snapshot)
            }
        }
        return PageListing(items: first + shown, total: total, next: lines.count > size ? lines[size - 1].token : nil)
    }

    private static let slash = UInt8(ascii: "/")

    /// The place of a line, as ``Line/token`` tells it; also of one that is gone.
    private static func rank(_ token: [UInt8], _ index: IndexReader) throws -> ReadingRank {
        let isFolder = token.last == slash
        return try index.rank(of: GitPath(bytes: isFolder ? token.dropLast() : token[...]), isFolder: isFolder)
    }

    /// What stands right inside a folder.
    private enum Line {
        case folder(GitPath)
        case page(Page)

        var token: [UInt8] {
            switch self {
            case .folder(let path): path.bytes + [slash]
            case .page(let page): page.path.bytes
            }
        }
    }

    /// Folders and pages, each in order, in one order.
    private static func lines(_ folders: [GitPath], _ pages: [Page], _ index: IndexReader) throws -> [Line] {
        let ranks = try index.ranks(of: pages)
        let ranked =
            try folders.map { (rank: try index.rank(of: $0, isFolder: true), line: Line.folder($0)) }
            + pages.compactMap { page in ranks[page.id].map { (rank: $0, line: Line.page(page)) } }
        return ranked.sorted { $0.rank < $1.rank }.map(\.line)
    }

    /// The page inside a folder that stands for it, which comes first.
    private static func head(of folder: GitPath, _ snapshot: WikiSnapshot) throws -> Page? {
        try snapshot.lookup.folderPage(of: folder).flatMap { $0.path.parent == folder && $0.redirect == nil ? $0 : nil }
    }

    private static func item(_ page: Page, _ snapshot: WikiSnapshot) throws -> Item {
        .page(try snapshot.lookup.address(of: page), title: page.title)
    }
}
