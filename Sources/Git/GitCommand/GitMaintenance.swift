import FoundationEssentials
import Glibc

/// Keeps a repository quick to serve while it is written to: packs that double in size, one index and one bitmap over all of
/// them, and a commit graph. Nothing that a save is just writing is ever removed: a loose object goes only once a pack holds it.
public struct GitMaintenance: Sendable {
    /// How much there is to tidy.
    public struct Load: Hashable, Sendable {
        /// Objects that are a file of their own.
        public let looseObjects: Int
        /// Packs, each of which is one more place to look.
        public let packs: Int

        /// True where a bitmap says what the packs hold, without which each clone counts all objects anew.
        public let hasBitmap: Bool

        /// True where tidying is worth its cost: about 0.3 s for a thousand saves.
        public var isHeavy: Bool { looseObjects >= 500 || packs >= 50 || packs > 0 && !hasBitmap }
    }

    /// The folder of the repository.
    public let directory: String

    /// Names a repository; nothing is read.
    public init(directory: String) {
        self.directory = directory
    }

    /// Counts without opening anything: one listing for each of 256 folders, about a millisecond.
    public func load() -> Load {
        let loose = (0..<256).reduce(0) { sum, number in
            let name = String(number, radix: 16)
            return sum + Self.names(in: "\(objects)/\(name.utf8.count == 1 ? "0" : "")\(name)").count { $0.utf8.count == 38 }
        }
        let packs = Self.names(in: "\(objects)/pack")
        return Load(
            looseObjects: loose, packs: packs.count { $0.hasSuffix(".pack") }, hasBitmap: packs.contains { $0.hasSuffix(".bitmap") })
    }

    /// Packs what is loose, joins packs that are small for their number, and writes index, bitmap and commit graph anew.
    /// One at a time for each repository; readers and writers go on meanwhile.
    /// - Throws: `GitCommand.Failure` with git's own words.
    public func run() async throws {
        let command = GitCommand(directory: directory)
        try await command.run([
            "repack", "--quiet", "--geometric=2", "-d", "--write-midx", "--write-bitmap-index", "--threads=1", "--window-memory=64m",
        ])
        try await command.run(["commit-graph", "write", "--reachable", "--no-progress"])
    }

    /// Removes what pushes and packings that were killed have left, once it is older than `age` seconds at the time `now`.
    /// A starting server that owns the folder takes an age of 0.
    public func removeLeftovers(olderThan age: Int, now: Int) {
        for name in Self.names(in: objects) where name.hasPrefix("tmp_objdir-") || name.hasPrefix("incoming-") {
            Self.remove("\(objects)/\(name)", olderThan: age, now: now)
        }
        for name in Self.names(in: "\(objects)/pack") where name.hasPrefix("tmp_") || name.hasPrefix(".tmp-") {
            Self.remove("\(objects)/pack/\(name)", olderThan: age, now: now)
        }
        for lock in ["pack/multi-pack-index.lock", "info/commit-graph.lock"] {
            Self.remove("\(objects)/\(lock)", olderThan: age, now: now)
        }
    }

    var objects: String { "\(directory)/objects" }

    static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    private static func remove(_ path: String, olderThan age: Int, now: Int) {
        var status = stat()
        guard lstat(path, &status) == 0, now - Int(status.st_mtim.tv_sec) >= age else { return }
        try? FileManager.default.removeItem(atPath: path)
    }
}
