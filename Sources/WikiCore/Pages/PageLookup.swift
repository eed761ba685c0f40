package import Git

/// Finds what stands at an address: the page, else the exact file, else the folder, else whatever is alike.
package struct PageLookup {
    /// What an address leads to.
    package enum Result: Hashable, Sendable {
        /// A page.
        case page(Page)
        /// A page's Markdown, by the name of its file.
        case markdown(Page)
        /// A file that is no page.
        case file(WikiFile)
        /// A folder without a page of its own.
        case folder(GitPath)
        /// The same thing has its one address elsewhere.
        case moved(GitPath)
        /// Several that are alike to the forgiving lookup, by their addresses.
        case several([GitPath])
        /// Nothing.
        case missing
    }

    let index: IndexReader
    let layout: PagesLayout
    let home: GitPath?

    /// A lookup in one state of the index; `home` is the configured home page.
    package init(index: IndexReader, layout: PagesLayout, home: GitPath?) {
        self.index = index
        self.layout = layout
        self.home = home
    }

    /// What stands at a path below the pages root, in the order of the design.
    package func find(_ path: GitPath) throws -> Result {
        if path.isRoot { return try homePage().map { .page($0) } ?? .folder(.root) }
        if let page = try index.page(path: path) {
            let address = try address(of: page)
            return address == path || page.isPart ? .page(page) : .moved(address)
        }
        if let exact = try exactFile(path) { return exact }
        if try index.isFolder(path) { return try folderPage(of: path).map { .page($0) } ?? .folder(path) }
        if try !index.files(under: layout.file(path), limit: 1).isEmpty { return .folder(path) }
        return try forgiving(path)
    }

    /// The page that stands for a folder; nil where its children are shown instead.
    package func folderPage(of folder: GitPath) throws -> Page? {
        if folder.isRoot { return try homePage() }
        if let beside = try index.page(path: folder) { return beside }
        return try firstPage(in: folder, names: FolderPage.names)
    }

    /// The one address of a page: its path, or its folder's where it stands for that.
    package func address(of page: Page) throws -> GitPath {
        if page.isPart { return page.path }
        if let root = try homePage(), root.id == page.id { return .root }
        let folder = page.path.parent
        guard !folder.isRoot, FolderPage.names.contains(Self.lower(page.path.name)) else { return page.path }
        return try folderPage(of: folder)?.id == page.id ? folder : page.path
    }

    /// The page at the root of the wiki; nil where there is none of its names.
    package func homePage() throws -> Page? {
        // People write the file's name, too; a page named like a file comes first.
        for path in [home, home.flatMap { PagesLayout.withoutExtension($0) }].compactMap({ $0 }) {
            if let page = try index.page(path: path) ?? index.pages(like: path).first { return page }
        }
        return try firstPage(in: .root, names: FolderPage.rootNames)
    }

    /// Where a new page of this path would stand: in folders as they are spelt already, for twins of them are refused.
    package func newPath(_ path: GitPath) throws -> GitPath {
        var folder = GitPath.root
        for segment in path.segments.dropLast() {
            let named = folder.appending(segment)
            let twin = try index.isFolder(named) ? nil : index.folders(like: named).first { $0.parent == folder }
            folder = twin ?? named
        }
        return folder.appending(path.name)
    }

    private func firstPage(in folder: GitPath, names: [String]) throws -> Page? {
        for name in names {
            let alike = try index.pages(like: folder.appending(name.utf8)).filter { $0.path.parent == folder && !$0.isPart }
            if let page = alike.first(where: { $0.redirect == nil }) { return page }
        }
        return nil
    }

    private func exactFile(_ path: GitPath) throws -> Result? {
        let file = layout.file(path)
        if let page = try index.page(file: file) { return .markdown(page) }
        return try index.file(file).map { .file($0) }
    }

    private func forgiving(_ path: GitPath) throws -> Result {
        var found: [GitPath] = try index.pages(like: path).filter { !$0.isPart }.map { try address(of: $0) }
        found += try index.files(like: path).compactMap { $0.file.relative(to: layout.root) }
        found += try index.folders(like: path)
        var seen: Set<GitPath> = []
        let unique = found.filter { seen.insert($0).inserted }
        switch unique.count {
        case 0: return try former(path)
        case 1: return .moved(unique[0])
        default: return .several(unique)
        }
    }

    /// A name that a page had once leads to where it is.
    private func former(_ path: GitPath) throws -> Result {
        try formerPages(at: path).first.map { .moved(try address(of: $0)) } ?? .missing
    }

    /// The pages that had a path once, the latest first; 32 at most.
    package func formerPages(at path: GitPath) throws -> [Page] {
        try [".md", ".markdown"].flatMap { ending in
            try index.formerPages(file: layout.file(GitPath(bytes: path.bytes + Array(ending.utf8))))
        }
    }

    private static func lower(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }
}
