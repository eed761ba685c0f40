package import Git
import Markup

/// One consistent state of a wiki, lent to a blocking job: the index, and the objects it stands for.
package struct WikiSnapshot {
    /// The index at that state.
    package private(set) var index: IndexReader
    /// The objects.
    package let repository: Repository
    /// The settings.
    package let configuration: Configuration
    /// Paths of files and pages.
    package let layout: PagesLayout
    /// The commit of that state; nil while the wiki is empty.
    package let tip: ObjectID?
    /// How often names, credits and known authors had changed without a commit when this state was read, or fewer: pages that
    /// are kept by what they depend on depend on it.
    package var creditEpoch = 0
    /// Whether links find drafts as if they were not there.
    package private(set) var hidesDrafts = false

    /// The same state, read from memory where somebody read it already: for whoever makes most of its pages.
    package func reading(_ table: PageTable, _ records: PageRecords? = nil) -> WikiSnapshot {
        var snapshot = self
        snapshot.index.table = table
        snapshot.index.records = records
        return snapshot
    }

    /// Finds what stands at addresses.
    package var lookup: PageLookup {
        PageLookup(index: index, layout: layout, home: configuration.pages.home.map { GitPath($0) })
    }

    /// Finds where links lead.
    package var links: LinkResolver {
        LinkResolver(index: index, lookup: lookup, links: configuration.links, hidesDrafts: hidesDrafts)
    }

    /// The same state for readers who must not learn of drafts: no link leads to one, or by one to another page.
    package var withoutDrafts: WikiSnapshot {
        var snapshot = self
        snapshot.hidesDrafts = true
        return snapshot
    }

    /// The folder from inside which the links of a page resolve: the one that holds its file, but for a page beside a folder
    /// of its name, which is that folder's page (decision 0011). The home page is the root's and no other's.
    package func linkFolder(of path: GitPath) throws -> GitPath {
        guard !path.isRoot, try index.isFolder(path), try lookup.homePage()?.path != path else { return path.parent }
        return path
    }

    /// The same for a page or part.
    package func linkFolder(of page: Page) throws -> GitPath { try linkFolder(of: page.path) }

    /// The text of a page now.
    package func text(of page: Page) throws -> [UInt8] { try repository.blob(page.blob) }

    /// The part that serves a folder: the nearest one at or above it.
    package func part(_ name: String, for folder: GitPath) throws -> Page? {
        var current = folder
        while true {
            if let part = try index.pages(like: current.appending(name.utf8)).first(where: { $0.isPart && $0.path.parent == current }) {
                return part
            }
            if current.isRoot { return nil }
            current = current.parent
        }
    }

    /// A commit reachable from the branch, by its id or by a unique beginning of it of seven digits or more.
    package func commit(_ text: String) throws -> CommitRecord {
        guard (7...40).contains(text.utf8.count) else { throw WikiError.unknownRevision(text) }
        let found = try index.commits(prefix: text.lowercased())
        guard found.count == 1, let record = try index.commit(found[0]) else { throw WikiError.unknownRevision(text) }
        return record
    }

    /// The text that a file had at a commit; nil where it did not exist or was no file.
    package func text(_ file: GitPath, at commit: ObjectID) throws -> (blob: ObjectID, text: [UInt8])? {
        guard let entry = try repository.entry(at: file, in: repository.commit(commit).tree), entry.kind == .file else { return nil }
        return (entry.id, try repository.blob(entry.id))
    }

    /// The file that a page was at a commit: by its names through time.
    package func file(of page: Int64, at commit: ObjectID) throws -> GitPath? {
        let tree = try repository.commit(commit).tree
        for file in try index.files(of: page) {
            if let entry = try repository.entry(at: file, in: tree), entry.kind == .file { return file }
        }
        return nil
    }
}
