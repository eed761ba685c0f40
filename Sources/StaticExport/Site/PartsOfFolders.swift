import Git
import WikiCore

/// The sidebars, headers and footers around the pages of each folder, as keys see them.
final class PartsOfFolders {
    /// What surrounds the pages of a folder.
    struct Around {
        var key = ""
        /// True where one of them reads differently although its text is the same.
        var isAffected = false
        /// Whether somebody wrote a sidebar.
        var hasSidebar = false
    }

    private var known: [GitPath: Around] = [:]
    private var parts: [GitPath: [String: Page]] = [:]
    private let affected: Set<Int64>
    private static let names = ["_sidebar", "_header", "_footer"]

    init(_ pages: [Page], affected: Set<Int64>) {
        self.affected = affected
        for page in pages {
            let name = String(decoding: page.path.name, as: UTF8.self).lowercased()
            if parts[page.path.parent]?[name] == nil { parts[page.path.parent, default: [:]][name] = page }
        }
    }

    /// What surrounds the pages of a folder. Cost: once for each folder.
    subscript(folder: GitPath) -> Around {
        if let found = known[folder] { return found }
        var around = Around()
        for name in Self.names {
            guard let part = nearest(name, folder) else { continue }
            around.key += "\(name) \(part.id) \(part.blob.hex) "
            if name == Self.names[0] { around.hasSidebar = true }
            if affected.contains(part.id) { around.isAffected = true }
        }
        known[folder] = around
        return around
    }

    private func nearest(_ name: String, _ folder: GitPath) -> Page? {
        var current = folder
        while true {
            if let part = parts[current]?[name] { return part }
            if current.isRoot { return nil }
            current = current.parent
        }
    }
}
