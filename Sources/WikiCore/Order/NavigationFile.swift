package import Git

/// The files by which sites that MkDocs makes tell the order of their pages. Their YAML is as hostile as a page's front
/// matter, so workers read it as such.
package enum NavigationFile {
    /// The most bytes that are read: as many as a front matter may have.
    static let sizeLimit = 64 << 10
    private static let names = ["mkdocs.yml", "mkdocs.yaml"]

    /// Where such files are looked for, the first one first: at the pages root, then at that of the repository.
    package static func files(in layout: PagesLayout) -> [GitPath] {
        let folders = layout.root.isRoot ? [GitPath.root] : [layout.root, .root]
        return folders.flatMap { folder in names.map { folder.appending($0.utf8) } }
    }

    /// What the document of such a file is kept under. Not the blob itself, since a page may hold the same bytes.
    static func key(of blob: ObjectID) -> ObjectID { ObjectID(bytes: blob.bytes.map { ~$0 }) ?? blob }

    /// A page that holds the file's text as its front matter and nothing else.
    static func markdown(_ yaml: [UInt8]) -> [UInt8] {
        let fence = Array("---\n".utf8)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var lines = yaml.dropFirst(yaml.starts(with: mark) ? 3 : 0).split(separator: 10, omittingEmptySubsequences: false)[...]
        // A stream of YAML may begin with a marker of its own.
        if let first = lines.firstIndex(where: { !isRemark($0) }), isMarker(lines[first]) { lines = lines[(first + 1)...] }
        let text = lines.prefix { !isMarker($0) }
        return fence + Array(text.joined(separator: [10])) + [10] + fence
    }

    private static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first(where: { $0 != 32 && $0 != 13 }) else { return true }
        return first == UInt8(ascii: "#") || line.first == UInt8(ascii: "%")
    }

    /// The end of a document of a stream.
    private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) || line.starts(with: "...".utf8)
    }
}
