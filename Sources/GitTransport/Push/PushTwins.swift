import Git
import WikiCore

/// Finds names that the forgiving lookup could not tell apart, among those that a push adds and those that stay: pages, files
/// and folders share one namespace of addresses, as in the browser.
struct PushTwins {
    let snapshot: WikiSnapshot

    /// More pages of a folder are not looked at to find out whether a push empties it.
    private static let folderLimit = 500

    /// What the push adds, by the key under which the lookup finds it.
    private struct Fresh {
        var names: [String: GitPath] = [:]
        var folders: [String: GitPath] = [:]
    }

    /// The first new file that is like another one; nil where all are told apart.
    func first(in push: CheckedPush) throws -> PushRefusal? {
        var fresh = Fresh()
        for file in push.added {
            let path: GitPath
            switch snapshot.layout.role(of: file) {
            case .page(let page), .part(let page): path = page
            case .attachment(let attachment): path = attachment
            case .outside, .hidden: continue
            }
            if let other = try twin(of: file, path, &fresh, push) ?? twinOfFolders(above: path, &fresh, push) {
                return .alike(file, other, push.touched[file] ?? push.branch?.new ?? .zero)
            }
        }
        return nil
    }

    private func twin(of file: GitPath, _ path: GitPath, _ fresh: inout Fresh, _ push: CheckedPush) throws -> GitPath? {
        if let other = fresh.names.updateValue(file, forKey: LookupKey.of(path)) { return other }
        let known = try snapshot.index.pages(like: path).map(\.file) + snapshot.index.files(like: path).map(\.file)
        if let other = known.first(where: { $0 != file && !push.removed.contains($0) }) { return other }
        // A page beside a folder of its very name is that folder's page.
        return try folders(like: path, push).first { $0 != path }
    }

    private func twinOfFolders(above path: GitPath, _ fresh: inout Fresh, _ push: CheckedPush) throws -> GitPath? {
        var folder = path.parent
        while !folder.isRoot {
            let key = LookupKey.of(folder)
            if let known = fresh.folders[key] { return known == folder ? nil : known }
            fresh.folders[key] = folder
            if try snapshot.index.isFolder(folder) { return nil }
            if let other = try folders(like: folder, push).first(where: { $0 != folder }) { return other }
            folder = folder.parent
        }
        return nil
    }

    /// The folders that are like a path and not emptied by the push.
    private func folders(like path: GitPath, _ push: CheckedPush) throws -> [GitPath] {
        let all = try snapshot.index.folders(like: path) + snapshot.index.foldersOfFiles(like: path)
        return try all.filter { folder in
            let inside = try snapshot.index.pages(under: folder, after: nil, limit: Self.folderLimit)
            return inside.isEmpty || inside.count == Self.folderLimit || !inside.allSatisfy { push.removed.contains($0.file) }
        }
    }
}
