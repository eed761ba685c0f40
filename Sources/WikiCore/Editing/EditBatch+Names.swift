import Git

/// A new name differs by more than the forgiving lookup sees from every other: of pages, of files and of folders, since
/// all of them share one namespace of addresses.
extension EditBatch {
    /// Refuses a new page or file whose name is another's, or whose folders would be the twins of others.
    func refuseTwins(of path: GitPath, isPage: Bool) throws {
        let pages = try snapshot.index.pages(like: path).map(\.path)
        try refuse(path, takenBy: isPage ? pages.filter { $0 != path } : pages)
        let files = try snapshot.index.files(like: path).compactMap { $0.file.relative(to: snapshot.layout.root) }
        try refuse(path, takenBy: isPage ? files : files.filter { $0 != path })
        if let other = newNames[LookupKey.of(path)] { try refuse(path, takenBy: [other]) }
        // A page beside a folder of its very name is that folder's page.
        try refuse(path, takenBy: folders(like: path).filter { $0 != path })
        try refuseTwins(ofFoldersAbove: path)
    }

    private func refuseTwins(ofFoldersAbove path: GitPath) throws {
        var folder = path.parent
        while !folder.isRoot {
            if let entry = try entry(snapshot.layout.file(folder)) {
                // What is there already may have twins; a file cannot hold others.
                guard entry.kind == .folder else { throw WikiError.exists(folder) }
                return
            }
            var others = try folders(like: folder) + snapshot.index.pages(like: folder).map(\.path)
            others += try snapshot.index.files(like: folder).compactMap { $0.file.relative(to: snapshot.layout.root) }
            if let other = newNames[LookupKey.of(folder)] { others.append(other) }
            try refuse(folder, takenBy: others.filter { $0 != folder })
            folder = folder.parent
        }
    }

    private func folders(like path: GitPath) throws -> [GitPath] {
        let made = newFolders[LookupKey.of(path)].map { [$0] } ?? []
        return try snapshot.index.folders(like: path) + snapshot.index.foldersOfFiles(like: path) + made
    }

    private func refuse(_ path: GitPath, takenBy others: [GitPath]) throws {
        guard let other = others.first else { return }
        throw other == path ? WikiError.exists(path) : WikiError.badName(.tooAlike(other))
    }
}
