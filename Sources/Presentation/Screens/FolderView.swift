/// A folder that has no folder page: what is in it.
package struct FolderView: Screen {
    package static let template = "folder"

    private let own: [String: TemplateValue]
    private let folders: [FolderLink]
    private let pages: [PageLink]
    private let files: [FileLink]

    /// - Parameters:
    ///   - path: the folder's path; empty for a wiki without a home page.
    ///   - indexName: the page that would be its folder page, offered to be written.
    ///   - moreFiles: the address of the rest of the files, where there are more than are shown.
    ///   - more: the address of the rest, where there is more than is shown.
    package init(
        path: [UInt8], title: String, folders: [FolderLink], pages: [PageLink], files: [FileLink] = [], moreFiles: String? = nil,
        indexName: String = "Home",
        more: String? = nil, isWritable: Bool = true, in context: ViewContext
    ) {
        self.folders = folders
        self.pages = pages
        self.files = files
        let separator = path.isEmpty ? [] : [UInt8(ascii: "/")]
        own = [
            "title": .text(raw: title),
            "isEmpty": .flag(folders.isEmpty && pages.isEmpty && files.isEmpty),
            "hasFolders": .flag(!folders.isEmpty), "hasPages": .flag(!pages.isEmpty), "hasFiles": .flag(!files.isEmpty),
            "writeHref": .text(raw: isWritable ? context.urls.newPage(path + separator + Array(indexName.utf8)) : nil),
            "newHref": .text(raw: isWritable ? context.urls.newPage(path + separator) : nil),
            "attachHref": .text(raw: isWritable ? context.urls.attach(path) : nil),
            "moreFilesHref": .text(raw: moreFiles),
            "moreHref": .text(raw: more),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["folders": .views(folders), "pages": .views(pages), "files": .views(files)]) { own, _ in own }
    }
}
