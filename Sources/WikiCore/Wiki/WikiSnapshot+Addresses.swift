package import Git

extension WikiSnapshot {
    /// The path of the page that an address means: the page itself, or the one that stands for a folder. A path that
    /// means no living page is given back as it is, since a deleted page has a history too.
    package func pagePath(at address: GitPath) throws -> GitPath {
        if address.isRoot { return try lookup.homePage()?.path ?? address }
        if try index.page(path: address) != nil { return address }
        if try index.deletedPage(path: address) != nil { return address }
        if try index.isFolder(address), let page = try lookup.folderPage(of: address) { return page.path }
        if let file = try index.page(file: layout.file(address)) { return file.path }
        let alike = try index.pages(like: address)
        return alike.count == 1 ? alike[0].path : address
    }
}
