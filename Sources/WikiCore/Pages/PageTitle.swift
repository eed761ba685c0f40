package import Git

/// How a page is called where its text does not say.
package enum PageTitle {
    /// The file's name with `-` read as a space; for a folder page, its folder's name.
    package static func fromName(_ path: GitPath) -> String {
        let isIndex = FolderPage.names.contains(String(decoding: path.name, as: UTF8.self).lowercased())
        let source = isIndex && !path.parent.isRoot ? path.parent : path
        let spaced = source.name.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
        return String(decoding: spaced, as: UTF8.self)
    }
}

/// Which page stands for a folder.
package enum FolderPage {
    /// The names that a folder page may have, lower case, the first one first.
    package static let names = ["index", "readme", "home"]
    /// The same at the root of the wiki, after the configured one.
    package static let rootNames = ["home", "index", "readme"]
}
