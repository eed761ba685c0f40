import Git
import Glibc
import Markup
package import Presentation
package import WikiCore
import Wording

/// The handbook that travels with the program: pages read from its folder, rendered as the wiki renders its own.
package struct Handbook: Sendable {
    private let folder: String
    private let wiki: Wiki
    private let context: ViewContext

    private static let sizeLimit = 1 << 20

    package init(folder: String, wiki: Wiki, context: ViewContext) {
        self.folder = folder
        self.wiki = wiki
        self.context = context
    }

    /// A rendered page of the handbook.
    struct HelpPage: Sendable {
        let title: String
        let article: SafeHTML
        let headings: [Heading]
    }

    /// The page at a path of segments, `Home` for none; nil where there is no such page.
    func page(_ segments: [[UInt8]]) async throws -> HelpPage? {
        let path = segments.isEmpty ? "Home" : segments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        guard Self.isPlain(path) else { return nil }
        guard let text = read("\(path).md") ?? read("\(path)/Home.md") else { return nil }
        let document = try await wiki.document(of: text, priority: .page)
        let isFolder = read("\(path).md") == nil
        let links = HandbookLinks(context: context, folder: isFolder ? path : Self.parent(path), exists: exists, hasFile: hasFile)
        return HelpPage(title: document.title ?? path, article: document.html(links), headings: document.headings)
    }

    /// The handbook's sidebar.
    func sidebar() async throws -> SafeHTML? {
        guard let text = read("_Sidebar.md") else { return nil }
        return try await wiki.document(of: text, priority: .page).html(
            HandbookLinks(context: context, folder: "", exists: exists, hasFile: hasFile))
    }

    /// A picture of the handbook.
    func file(_ segments: [[UInt8]]) -> [UInt8]? {
        let path = segments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        return Self.isPlain(path) && [".svg", ".png"].contains { path.hasSuffix($0) } ? read(path) : nil
    }

    private func exists(_ path: String) -> Bool {
        Self.isPlain(path) && (access("\(folder)/\(path).md", R_OK) == 0 || access("\(folder)/\(path)/Home.md", R_OK) == 0)
    }

    private func hasFile(_ path: String) -> Bool { Self.isPlain(path) && access("\(folder)/\(path)", R_OK) == 0 }

    /// Only names that the handbook itself uses: nothing that a file system reads in a way of its own.
    private static func isPlain(_ path: String) -> Bool {
        !path.isEmpty && !path.contains("..")
            && path.utf8.allSatisfy {
                ($0 >= 97 && $0 <= 122) || ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 57) || "-_/.".utf8.contains($0)
            }
    }

    private static func parent(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private func read(_ name: String) -> [UInt8]? {
        let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while result.count < Self.sizeLimit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { break }
            result.append(contentsOf: buffer[..<count])
        }
        return result
    }
}

/// Links inside the handbook: by path from the page's folder, else from its top, else by a unique-looking name.
struct HandbookLinks: LinkProvider {
    let context: ViewContext
    let folder: String
    let exists: (String) -> Bool
    let hasFile: (String) -> Bool

    func resolve(_ link: DocumentLink) -> ResolvedLink {
        if link.isAbsolute { return .external }
        guard let target = LinkTarget(link.target) else { return .missing(href: nil, title: "") }
        if link.kind == .image || link.kind == .embed { return picture(target) }
        let name = target.stem.display
        let candidates =
            target.place == .root
            ? [name] : [target.path(from: .init(folder)).map { Self.stem($0.display) } ?? name, name, "Guide/\(name)", "Decisions/\(name)"]
        guard let found = candidates.first(where: exists) else {
            return .missing(href: nil, title: context.words.text("link.missing", ["name": .text(name)]))
        }
        let anchor = link.kind == .wikilink ? link.fragment.map { HeadingAnchors.anchor(for: $0) } : link.fragment
        let fragment = anchor.map { "#\(PercentCoding.encoded($0.utf8))" } ?? ""
        return .page(href: context.urls.help(Array(found.utf8)) + fragment)
    }

    private func picture(_ target: LinkTarget) -> ResolvedLink {
        let candidates = [target.path(from: .init(folder)), target.path].compactMap { $0?.display }
        guard let found = candidates.first(where: hasFile) else {
            return .missing(href: nil, title: context.words.text("link.missing", ["name": .text(target.path.display)]))
        }
        return .image(src: context.urls.help(Array(found.utf8)))
    }

    private static func stem(_ path: String) -> String { path.hasSuffix(".md") ? String(path.dropLast(3)) : path }
}
