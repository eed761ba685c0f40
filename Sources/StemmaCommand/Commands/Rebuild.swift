import ArgumentParser
import Glibc
import WikiCore

/// `stemma rebuild`: the index anew from git.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the index anew from git.",
        discussion: "The index holds nothing that git does not. Stop the server first; it makes the index by itself when it is missing.")

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String = "wiki"

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        guard let lock = try await Failure.wrapping(directory, { try opening.folder.lock() }) else {
            throw Failure(.inputOutput, "A server is running on \(directory); stop it first.")
        }
        for ending in ["", "-wal", "-shm"] { unlink(opening.folder.indexFile + ending) }
        let stages = StageClock()
        let summary = try await opening.use(progress: { stages.note($0) }) { wiki in
            try await wiki.read { snapshot in (pages: try snapshot.index.pageCount(), commits: try snapshot.index.commitCount()) }
        }
        let times = stages.finish()
        print(
            "Indexed \(summary.pages) pages and \(summary.commits) commits in \(times.whole) s (texts \(times.texts) s, history \(times.commits) s)."
        )
        withExtendedLifetime(lock) {}
    }
}
