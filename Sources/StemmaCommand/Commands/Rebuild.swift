import ArgumentParser
import Glibc
import WikiCore

/// `stemma rebuild`: the index anew from git.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the index anew from git.",
        discussion: "The index holds nothing that git does not. Stop the server first; it makes the index by itself when it is missing.")

    @OptionGroup var options: WikiOptions

    func run() async throws {
        let opening = try Opening(options.directory)
        try opening.requireWiki()
        guard let lock = try await Failure.wrapping(options.directory, { try opening.folder.lock() }) else {
            throw Failure(.inputOutput, "A server is running on \(options.directory); stop it first.")
        }
        for ending in ["", "-wal", "-shm"] { unlink(opening.folder.indexFile + ending) }
        let clock = ContinuousClock()
        let start = clock.now
        let summary = try await opening.use { wiki in
            try await wiki.read { snapshot in
                let pages = try snapshot.index.pageCount()
                let commits = try snapshot.index.commitCount()
                return (pages: pages, commits: commits)
            }
        }
        let seconds = Double((clock.now - start).components.attoseconds) / 1e18 + Double((clock.now - start).components.seconds)
        print("Indexed \(summary.pages) pages and \(summary.commits) commits in \(Double(Int(seconds * 10)) / 10) s.")
        withExtendedLifetime(lock) {}
    }
}
