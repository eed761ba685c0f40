import Glibc
package import Presentation

/// The folder in which the versions of a site stand side by side. Each version changes in one step, one after the other.
package struct VersionShelf: Sendable {
    /// The folder's path.
    package let path: String
    private let wiki: String
    private static let heading = "Stemma versions 1"

    /// - Parameter wiki: what tells this wiki from others.
    /// - Throws: ``ExportError/foreignFolder(path:)`` for a folder that holds something else, ``ExportError/insideSite(path:site:)``
    ///   for one in another site.
    package init(_ path: String, of wiki: String) throws(ExportError) {
        self.path = path
        self.wiki = wiki
        try SitesAround.check(path)
        guard try !(FileSystem.names(in: path) ?? []).isEmpty else { return }
        guard let lines = try marker(), lines.first == Self.heading else { throw .foreignFolder(path: path) }
        guard lines.count > 1, lines[1] == "wiki \(wiki)" else { throw .otherWiki(path: path) }
    }

    private func marker() throws(ExportError) -> [String]? {
        try FileSystem.read("\(path)/\(SiteFolder.marker)").map {
            String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    /// Where a version is made ready, beside the folder.
    func work(_ folder: String) -> String {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return "\(parent)/.\(name).stemma/\(folder)"
    }

    /// Where a version stands.
    func place(_ folder: String) -> String { "\(path)/\(folder)" }

    /// Makes the folder and says what it is, before the first version comes.
    func begin(_ folders: [String]) throws(ExportError) {
        try FileSystem.makeFolders(path)
        let known = try marker()?.dropFirst(2) ?? []
        try write(
            SiteFolder.marker, Array(([Self.heading, "wiki \(wiki)"] + Set(known).union(folders).sorted()).joined(separator: "\n").utf8))
    }

    /// Takes versions away that are not wanted any more, and leads whoever comes to the newest one.
    func finish(_ folders: [String], start: [UInt8]) throws(ExportError) {
        let known = try marker()?.dropFirst(2) ?? []
        for folder in known where !folders.contains(folder) {
            // A folder's name comes from its own marker, but a marker is only a file.
            guard !folder.isEmpty, !folder.contains("/"), folder != ".", folder != "..",
                FileSystem.exists("\(path)/\(folder)/\(SiteFolder.marker)")
            else { continue }
            try FileSystem.removeFolder("\(path)/\(folder)")
        }
        try write(SiteFolder.marker, Array(([Self.heading, "wiki \(wiki)"] + folders.sorted()).joined(separator: "\n").utf8))
        if try FileSystem.read("\(path)/index.html") != start { try write("index.html", start) }
    }

    /// A small file, whole or as it was.
    private func write(_ name: String, _ bytes: [UInt8]) throws(ExportError) {
        try FileSystem.write(bytes, to: "\(path)/.\(name).next")
        if rename("\(path)/.\(name).next", "\(path)/\(name)") != 0 { throw FileSystem.error("\(path)/\(name)") }
    }
}
