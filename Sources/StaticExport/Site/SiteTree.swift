import Git
import WikiCore

/// The folders of a static site with what is in them.
struct SiteTree {
    /// What is right inside a folder.
    struct Folder {
        var folders: [GitPath] = []
        /// Places among the content's entries.
        var pages: [Int] = []
        /// Places among the content's files.
        var files: [Int] = []
        /// Pages at any depth.
        var total = 0
    }

    private(set) var folders: [GitPath: Folder] = [.root: Folder()]

    init(_ content: SiteContent) {
        for (index, entry) in content.entries.enumerated() {
            let folder = entry.page.path.parent
            add(folder)
            folders[folder]?.pages.append(index)
            count(folder)
        }
        for (index, file) in content.files.enumerated() {
            add(file.path.parent)
            folders[file.path.parent]?.files.append(index)
        }
    }

    /// What is right inside a folder; nothing for one that is not there.
    subscript(folder: GitPath) -> Folder { folders[folder] ?? Folder() }

    /// Folders with pages, at any depth, in order.
    var withPages: [GitPath] { folders.filter { $0.value.total > 0 || $0.key.isRoot }.keys.sorted() }

    private mutating func add(_ folder: GitPath) {
        var missing: [GitPath] = []
        var child = folder
        // The root is there from the beginning.
        while folders[child] == nil {
            missing.append(child)
            child = child.parent
        }
        for folder in missing.reversed() {
            folders[folder] = Folder()
            folders[folder.parent]?.folders.append(folder)
        }
    }

    private mutating func count(_ folder: GitPath) {
        var above = folder
        while true {
            folders[above]?.total += 1
            if above.isRoot { return }
            above = above.parent
        }
    }
}
