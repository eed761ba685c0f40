import Git
import Markup

extension ReadingOrder {
    private static let summaryName = Array("SUMMARY".utf8)
    private static let sidebarName = "_Sidebar"
    /// Where MkDocs looks for pages, unless it is told.
    private static let usualFolder = GitPath("docs")

    /// The list by which the pages right inside a folder are read; nil where there is none that names a page.
    func list(for folder: GitPath) throws -> ReadingList? {
        if let sidebar = try snapshot.part(Self.sidebarName, for: folder) {
            let list = try list(in: sidebar)
            if !list.isEmpty { return list }
        }
        return try writtenList(for: folder)
    }

    /// The same without sidebars, which show themselves.
    func writtenList(for folder: GitPath) throws -> ReadingList? {
        if let summary = try summary(for: folder) {
            let list = try list(in: summary)
            if !list.isEmpty { return list }
        }
        for (file, blob) in navigationFiles {
            let list = try navigation(file, blob)
            if !list.isEmpty { return list }
        }
        return nil
    }

    /// The folders that may hold a list for what is in them: all others are read by the list of the folder above.
    func listHolders() throws -> Set<GitPath> {
        let names = [LookupKey.of(Self.sidebarName), LookupKey.of(Self.summaryName)]
        return try Set(names.flatMap { try snapshot.index.folders(ofPagesNamed: $0) })
    }

    /// The nearest `SUMMARY.md` at or above a folder, its name to the letter: a page `Summary` is about something else.
    private func summary(for folder: GitPath) throws -> Page? {
        var current = folder
        while true {
            if let page = try snapshot.index.page(path: current.appending(Self.summaryName)) { return page }
            if current.isRoot { return nil }
            current = current.parent
        }
    }

    private func list(in page: Page) throws -> ReadingList {
        try lists.list(in: page, at: snapshot.tip) {
            let folder = try snapshot.linkFolder(of: page)
            let outline = try snapshot.index.document(page.blob)?.outline().prefix(ReadingList.limit) ?? []
            let lines = try outline.compactMap { try line($0, from: folder, but: page.id) }
            return ReadingList(source: "\(page.id)", isSidebar: page.isPart, lines: lines)
        }
    }

    private func line(_ item: Document.OutlineLink, from folder: GitPath, but list: Int64) throws -> ReadingList.Line? {
        guard item.link.kind == .markdown || item.link.kind == .wikilink else { return nil }
        guard let found = try snapshot.links.resolve(item.link, from: folder), case .page(let page, _) = found.kind else { return nil }
        guard !page.isPart, page.id != list, page.redirect == nil, !page.isDraft else { return nil }
        let label = found.usesAlternate ? item.link.alternate?.text ?? "" : item.link.text
        return ReadingList.Line(target: .page(page.id), label: label, depth: item.depth)
    }

    // MARK: mkdocs.yml

    /// Its paths are exact, so the list depends on the file alone, and on where the pages lie.
    private func navigation(_ file: GitPath, _ blob: ObjectID) throws -> ReadingList {
        let isUsual = try snapshot.index.isFolder(usualFolder(of: file))
        return try lists.list("\(file.bytes).\(blob.hex).\(isUsual)") {
            let list = try snapshot.index.navigationList(blob)
            let told = list?.folder.flatMap { LinkTarget($0 + "/")?.path(from: file.parent) }
            let folder = told ?? (isUsual ? file.parent.appending(Self.usualFolder.bytes) : file.parent)
            let base = folder.relative(to: snapshot.layout.root) ?? .root
            let lines = (list?.lines ?? []).map { line in
                ReadingList.Line(target: Self.target(line, in: base), label: line.title ?? "", depth: line.depth)
            }
            return ReadingList(source: "\(file.bytes)", lines: lines)
        }
    }

    /// The folder `docs` beside a file, seen from the pages root.
    private func usualFolder(of file: GitPath) -> GitPath {
        file.parent.appending(Self.usualFolder.bytes).relative(to: snapshot.layout.root) ?? .root
    }

    private static func target(_ line: NavigationList.Line, in folder: GitPath) -> ReadingList.Line.Target {
        guard let path = line.target.flatMap({ LinkTarget($0)?.path(from: folder) }), !path.isRoot else { return .none }
        return .path(PagesLayout.withoutExtension(path) ?? path)
    }
}
