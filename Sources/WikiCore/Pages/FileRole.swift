package import Git

/// What a file of the repository is to the wiki, told from its path alone.
package enum FileRole: Hashable, Sendable {
    /// An article, with its page path.
    case page(GitPath)
    /// `_Sidebar.md` and its like, with the path under which it is edited.
    case part(GitPath)
    /// Any other file that is served, with its path below the pages root.
    case attachment(GitPath)
    /// A picture, sound or film outside the pages root, with its path in the repository: served where a page shows it in
    /// place, and nothing else. What else lies outside stays hidden, whatever a page calls an embed.
    case outside(GitPath)
    /// A file that is neither served nor edited nor searched.
    case hidden
}

/// Where pages live in the repository, and how paths of files and pages turn into each other.
package struct PagesLayout: Hashable, Sendable {
    /// The folder that holds the pages; the repository's own root by default.
    package let root: GitPath
    /// The names of parts, folded.
    package static let partNames: Set<String> = ["_sidebar", "_header", "_footer", "_template"]

    /// A layout whose pages lie below `root`, a path with `/` between its segments.
    package init(root: GitPath = .root) {
        self.root = root
    }

    /// What the file at this path of the repository is.
    package func role(of file: GitPath) -> FileRole {
        guard let path = file.relative(to: root), !path.isRoot else { return outsideRole(of: file) }
        let segments = path.segments
        if segments.contains(where: { $0.first == UInt8(ascii: ".") }) { return .hidden }
        guard let stem = Self.withoutExtension(path) else { return .attachment(path) }
        let underscores = segments.map { $0.first == UInt8(ascii: "_") }
        if !underscores.contains(true) { return .page(stem) }
        let name = String(decoding: stem.name, as: UTF8.self).lowercased()
        let isPart = !underscores.dropLast().contains(true) && Self.partNames.contains(name)
        return isPart ? .part(stem) : .attachment(path)
    }

    private func outsideRole(of file: GitPath) -> FileRole {
        let isHidden = file.segments.contains { $0.first == UInt8(ascii: ".") }
        return isHidden || !ShownFile.contains(file) ? .hidden : .outside(file)
    }

    /// The path under which a file is known, and whether it is a part.
    package func place(of file: GitPath) -> (path: GitPath, isPart: Bool) {
        switch role(of: file) {
        case .page(let path), .attachment(let path): (path, false)
        case .part(let path): (path, true)
        case .outside, .hidden: (file, false)
        }
    }

    /// The file of a new page.
    package func newFile(for path: GitPath) -> GitPath {
        file(path.parent.appending(Array(path.name) + Array(".md".utf8)))
    }

    /// The path in the repository of a path below the pages root.
    package func file(_ path: GitPath) -> GitPath {
        root.isRoot ? path : path.isRoot ? root : GitPath(bytes: root.bytes + [UInt8(ascii: "/")] + path.bytes)
    }

    /// The path without `.md` or `.markdown` of any case; nil where it has neither, or nothing before it.
    package static func withoutExtension(_ path: GitPath) -> GitPath? {
        let lower = path.name.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
        for ending in [".md", ".markdown"] {
            let bytes = Array(ending.utf8)
            if lower.count > bytes.count, lower.suffix(bytes.count).elementsEqual(bytes) {
                return GitPath(bytes: path.bytes.dropLast(bytes.count))
            }
        }
        return nil
    }
}
