import ArgumentParser
import Git
import Prose
import WebServer
import WikiCore

/// `stemma diff`: what changed on a page between two revisions.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what changed on a page.",
        discussion: """
            Without --from and --to: what the newest revision changed. The first lines name both revisions. Changed blocks are shown with \
            their neighbours; words that went are struck out and words that came underlined, or, where there are no colours, written as \
            [-went-]{+came+}. A revision is named by its id or the first seven digits or more of it, as `stemma history` shows it.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The page's path.", valueName: "PAGE"))
    var page: String

    @Option(help: ArgumentHelp("The older revision; else the one before the newer.", valueName: "ID"))
    var from: String?

    @Option(help: ArgumentHelp("The newer revision; else the newest.", valueName: "ID"))
    var to: String?

    @Flag(help: "Leave white space out of account where both texts have some.")
    var ignoreSpace = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let path = GitPath(page)
        let (directory, from, to, json, ignoreSpace) = (directory, from, to, json, ignoreSpace)
        let text = try await Opening(directory).use { wiki in
            let found: PageComparison
            do {
                found = try await wiki.read { snapshot in try snapshot.compare(snapshot.pagePath(at: path), from: from, to: to) }
            } catch WikiError.notFound {
                throw try await Failure.noPage(page, in: wiki)
            } catch WikiError.unknownRevision(let text) {
                throw Failure.noRevision(text, of: page, in: directory)
            }
            let diff = ProseDiff(old: found.old ?? [], new: found.new ?? [], ignoresSpace: ignoreSpace)
            guard json else { return DiffListing(found, diff).text }
            return String(decoding: DiffJSON(found, diff, layout: wiki.layout).value.encoded, as: UTF8.self) + "\n"
        }
        try StandardOutput.write(text)
    }
}
