import ArgumentParser
import Git
import Glibc
import WikiCore

/// `stemma init`: a new wiki, or one over an existing history.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new wiki, empty or from what you have.",
        discussion: """
            --from takes a git repository (its folder or URL), a bundle, or a plain folder of Markdown. The source is only read.
            The history comes along whole; its branch stays the wiki's branch.
            """)

    @Argument(help: ArgumentHelp("The folder to make; it must be missing or empty.", valueName: "DIR"))
    var directory: String

    @Option(help: ArgumentHelp("A repository, bundle, URL or folder to begin from.", valueName: "SOURCE"))
    var from: String?

    @Option(help: ArgumentHelp("The wiki's name.", valueName: "TEXT"))
    var name: String?

    @Option(help: ArgumentHelp("The branch to serve, where the source names none or another.", valueName: "NAME"))
    var branch: String?

    @Option(help: ArgumentHelp("The folder of the repository that holds the pages.", valueName: "PATH"))
    var pagesRoot: String?

    func run() async throws {
        let maker = try WikiMaker(directory: directory, name: name, branch: branch, pagesRoot: pagesRoot)
        let summary = try await maker.make(from: from)
        print(summary)
        print("Start it with `stemma serve \(AuthorizedKeyLine.forShell(directory))`.")
    }
}
