package import Git
package import Markup
import Synchronization
package import WikiCore
import Wording

/// Sidebars that nobody wrote, set already, for whoever makes many pages of one state: those of a folder's pages are the same but for
/// the mark of the page that is read.
package final class TreeShelf: Sendable {
    private struct Key: Hashable {
        let folder: GitPath
        let urls: SiteURL
    }

    /// The template of a sidebar.
    private static let template = "sidebar-tree"

    /// How many bytes are kept; pages come folder by folder, so what is beyond is begun anew.
    private static let limit = 16 << 20

    private let trees: Mutex<(known: [Key: [UInt8]], bytes: Int)> = Mutex(([:], 0))

    package init() {}

    /// The sidebar beside a page.
    /// - Parameters:
    ///   - folder: the folder around which the tree is laid open.
    ///   - address: the page's.
    /// - Returns: nil where the theme writes links in a way of its own, so that the page's is not found.
    package func tree(
        around folder: GitPath, at address: GitPath, _ theme: Theme, _ context: ViewContext, nodes: () throws -> [ReadingNode]
    ) throws -> SafeHTML? {
        let key = Key(folder: folder, urls: context.urls)
        let html: [UInt8]
        if let known = trees.withLock({ $0.known[key] }) {
            html = known
        } else {
            let view = SidebarTree(try nodes().map(\.unmarked), in: context)
            html = try view.map { try theme.renderDocument(Self.template, $0, words: context.words) } ?? []
            trees.withLock { trees in
                if trees.bytes + html.count > Self.limit { trees = ([:], 0) }
                trees.known[key] = html
                trees.bytes += html.count
            }
        }
        guard !html.isEmpty else { return SafeHTML.empty }
        return Self.marked(html, context.urls.page(address.bytes))
    }

    private static func marked(_ html: [UInt8], _ href: String) -> SafeHTML? {
        let link = Array("href=\"\(href)\" dir=\"auto\"".utf8)
        var place = html.startIndex
        while let found = html[place...].firstIndex(of: UInt8(ascii: "h")) {
            let end = found + link.count
            guard end <= html.count else { return nil }
            if html[found..<end].elementsEqual(link) {
                var marked = Array(html[..<end])
                marked.reserveCapacity(html.count + 20)
                marked += " aria-current=\"page\"".utf8
                marked += html[end...]
                return SafeHTML(trusted: String(decoding: marked, as: UTF8.self))
            }
            place = found + 1
        }
        return nil
    }
}

extension ReadingNode {
    /// The same where it is nobody's.
    fileprivate var unmarked: ReadingNode {
        ReadingNode(title: title, address: address, isCurrent: false, children: children.map(\.unmarked))
    }
}
