import ArgumentParser
import Glibc
import WikiCore

/// `stemma rebuild`: the index anew from git.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the index anew from git.",
        discussion: """
            The index holds nothing that git does not. Stop the server first; it makes the index by itself when it is missing, and finds \
            out who wrote which words in the background. With --attribution that is done before the command ends.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String = "wiki"

    @Flag(help: "Also find out who wrote which words of every page.")
    var attribution = false

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        guard let lock = try await Failure.wrapping(directory, { try opening.folder.lock() }) else {
            throw Failure(.inputOutput, "A server is running on \(directory); stop it first.")
        }
        for ending in ["", "-wal", "-shm"] { unlink(opening.folder.indexFile + ending) }
        let stages = StageClock()
        let isFilled = attribution
        try await opening.use(progress: { stages.note($0) }) { wiki in
            let times = stages.finish()
            let summary = try await wiki.read { (pages: try $0.index.pageCount(), commits: try $0.index.commitCount()) }
            print(
                "Indexed \(Counted.text(summary.pages, "page")) and \(Counted.text(summary.commits, "commit")) in \(times.whole) s "
                    + "(texts \(times.texts) s, history \(times.commits) s)."
            )
            if isFilled { try await fill(wiki) }
        }
        withExtendedLifetime(lock) {}
    }

    private func fill(_ wiki: Wiki) async throws {
        let (line, clock) = (ProgressLine(), StageClock())
        defer { line.finish() }
        try await wiki.attribution.fill { line.show(IndexProgress(stage: .authors, done: $0.done, total: $0.pages)) }
        line.finish()
        let progress = try await wiki.attribution.progress()
        print("Found the authors of \(Counted.text(progress.done, "page")) in \(clock.finish().whole) s.")
        guard !progress.isComplete else { return }
        throw Failure(.foundWrong, "The authors of \(Counted.text(progress.left, "page")) can't be found; `stemma check` may say why.")
    }
}
