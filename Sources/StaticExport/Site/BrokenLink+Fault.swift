import Git
import Markup
import Presentation
import WikiCore

extension BrokenLink {
    /// What a page's composer found wrong with one of its links.
    init(_ fault: LinkFault, on page: Page) {
        switch fault {
        case .missing(let link): self.init(page: page.path.bytes, target: link.target, kind: link.namesPage ? .page : .file)
        case .noPlace(let target): self.init(page: page.path.bytes, target: target, kind: .heading)
        }
    }
}

extension DocumentLink {
    /// Whether it names a page, and not a file: what ends as files do, but for Markdown's, names one.
    fileprivate var namesPage: Bool {
        guard kind == .markdown || kind == .wikilink || kind == .embed else { return false }
        let name = target.utf8.split(separator: UInt8(ascii: "/")).last ?? [][...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), PagesLayout.withoutExtension(GitPath(bytes: name)) == nil
        else { return true }
        let ending = name[name.index(after: dot)...]
        return !(1...5).contains(ending.count) || !ending.contains { $0 > UInt8(ascii: "9") }
            || !ending.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }
}
