import Glibc

/// The folder in which the versions of a site stand side by side. All are made before the first of them takes its place.
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

    /// What belongs to the exports beside the folder.
    private var works: String {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return "\(parent)/.\(name).stemma"
    }

    /// Where a version is made ready, beside the folder.
    func work(_ folder: String) -> String { "\(works)/\(folder)" }

    /// Where a version stands.
    func place(_ folder: String) -> String { "\(path)/\(folder)" }

    /// Leaves no folder where there was none, for a run that failed before anything was published.
    package func abandon() { rmdir(path) }

    /// Puts versions in their places, and what stands beside them.
    /// - Parameters:
    ///   - folders: those of the versions.
    ///   - files: what stands beside them.
    /// - Throws: what readers see is as it was then.
    func publish(_ sites: [PreparedSite], folders: [String], files: [ExportFile]) throws(ExportError) {
        for site in sites { try site.prepare() }
        let known = try Array(marker()?.dropFirst(2) ?? [])
        var changed: [ExportFile] = []
        for file in files where try FileSystem.read("\(path)/\(file.path)") != file.bytes { changed.append(file) }
        do {
            try FileSystem.makeFolders(path)
            for file in changed { try FileSystem.write(file.bytes, to: next(file.path)) }
            // Says what the folder is before the first version comes, and names all that a run after this one may have to take away.
            try mark(Set(known).union(folders).sorted())
            try exchange(sites)
        } catch {
            for file in changed { unlink(next(file.path)) }
            if known.isEmpty { unlink("\(path)/\(SiteFolder.marker)") } else { try? mark(known) }
            throw error
        }
        for file in changed { try place(file) }
        for site in sites { try site.settle() }
        removeOthers(than: folders, known: known)
        try mark(folders.sorted())
    }

    /// One after the other, those first that no reader has: where one is refused, all go back.
    private func exchange(_ sites: [PreparedSite]) throws(ExportError) {
        let ordered = sites.filter(\.isFirst) + sites.filter { !$0.isFirst }
        for (number, site) in ordered.enumerated() {
            do {
                try site.exchange()
            } catch {
                for other in ordered[..<number].reversed() { other.takeBack() }
                throw error
            }
        }
    }

    /// Takes versions away that are not wanted any more, and what was kept for them. What can't be removed stays for the next run.
    private func removeOthers(than folders: [String], known: [String]) {
        for folder in known where !folders.contains(folder) {
            // A folder's name comes from its own marker, but a marker is only a file.
            guard !folder.isEmpty, !folder.contains("/"), folder != ".", folder != "..",
                FileSystem.exists("\(place(folder))/\(SiteFolder.marker)")
            else { continue }
            // No reader sees half of it.
            let gone = "\(work(folder))/gone"
            let isMoved = rename(place(folder), gone) == 0
            try? FileSystem.removeFolder(isMoved ? gone : place(folder))
        }
        for name in (try? FileSystem.names(in: works)) ?? [] where !folders.contains(name) { try? FileSystem.removeFolder(work(name)) }
    }

    /// Says whose folder it is and which versions are in it.
    private func mark(_ folders: [String]) throws(ExportError) {
        let lines = [Self.heading, "wiki \(wiki)"] + folders
        guard try marker() != lines else { return }
        let file = ExportFile(path: SiteFolder.marker, bytes: Array(lines.joined(separator: "\n").utf8))
        try FileSystem.write(file.bytes, to: next(file.path))
        try place(file)
    }

    // MARK: Small files, whole or as they were

    private func next(_ name: String) -> String { "\(path)/.\(name).next" }

    private func place(_ file: ExportFile) throws(ExportError) {
        if rename(next(file.path), "\(path)/\(file.path)") != 0 { throw FileSystem.error("\(path)/\(file.path)") }
    }
}
