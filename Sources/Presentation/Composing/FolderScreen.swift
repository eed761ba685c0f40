package import Git
package import WikiCore

/// Makes the page of a folder that has no folder page: what is in it. Blocking.
package struct FolderScreen {
    private let snapshot: WikiSnapshot
    private let source: ScreenSource
    private let mayEdit: Bool

    /// The most folders, pages and files that are listed.
    private static let listLimit = 500

    private var context: ViewContext { source.context }

    /// - Parameter mayEdit: whether readers are offered to write.
    package init(snapshot: WikiSnapshot, source: ScreenSource, mayEdit: Bool) {
        self.snapshot = snapshot
        self.source = source
        self.mayEdit = mayEdit
    }

    /// What a folder is called.
    package func title(_ folder: GitPath) -> String {
        folder.isRoot ? source.configuration.site.name : PageTitle.fromName(folder)
    }

    /// The screen; with a file, only the files that come after it.
    package func view(_ folder: GitPath, filesAfter file: [UInt8]? = nil) throws -> FolderView {
        try file.map { try restOfFiles(folder, after: $0) } ?? folderView(folder)
    }

    private func folderView(_ folder: GitPath) throws -> FolderView {
        let index = snapshot.index
        let files = try files(in: folder)
        let folders = try index.folders(in: folder, limit: Self.listLimit + 1)
        let hasMore = try folders.count > Self.listLimit || index.childCount(of: folder) > Self.listLimit
        return FolderView(
            path: folder.bytes, title: title(folder),
            folders: folders.prefix(Self.listLimit).map { FolderLink(path: $0.bytes, in: context) },
            pages: try index.children(of: folder, limit: Self.listLimit).map {
                PageLink(path: $0.path.bytes, title: $0.title, in: context)
            },
            files: files.links, moreFiles: files.more,
            more: hasMore ? context.urls.pages(folder.bytes) : nil, isWritable: mayEdit,
            in: context)
    }

    /// More of a folder's files.
    private func restOfFiles(_ folder: GitPath, after: [UInt8]) throws -> FolderView {
        let files = try files(in: folder, after: GitPath(bytes: after))
        return FolderView(
            path: folder.bytes, title: title(folder), folders: [], pages: [], files: files.links, moreFiles: files.more,
            isWritable: mayEdit, in: context)
    }

    /// The files right inside a folder, and the address of those that are not shown.
    private func files(in folder: GitPath, after: GitPath? = nil) throws -> (links: [FileLink], more: String?) {
        let layout = snapshot.layout
        let found = try snapshot.index.files(in: layout.file(folder), after: after.map { layout.file($0) }, limit: Self.listLimit + 1)
        let shown = found.prefix(Self.listLimit)
        let links = try shown.compactMap { file -> FileLink? in
            guard file.kind == .file, let path = file.file.relative(to: layout.root) else { return nil }
            return FileLink(path: path.bytes, bytes: try snapshot.repository.header(file.blob).size, in: context)
        }
        let last = found.count > shown.count ? shown.last?.file.relative(to: layout.root) : nil
        return (links, last.map { context.urls.folder(folder.bytes, filesAfter: $0.bytes) })
    }
}
