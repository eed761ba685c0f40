import ArgumentParser
import Git
import WebServer
import WikiCore

/// `stemma history`: the revisions of a page.
struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the revisions of a page, newest first.",
        discussion: """
            One line a revision: the beginning of its id, which --from, --to and --rev of other commands take, the day, how many words \
            came and went, who, and why.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The page's path, such as Guides/Getting-Started.", valueName: "PAGE"))
    var page: String

    @Option(help: ArgumentHelp("At most this many.", valueName: "N"))
    var limit = 1000

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1 on.") }
    }

    func run() async throws {
        let path = GitPath(page)
        let (limit, json) = (limit, json)
        let (text, isCut) = try await Opening(directory).use { wiki -> (String, Bool) in
            let found: (id: Int64, path: GitPath, revisions: [Revision])
            do {
                found = try await wiki.read { snapshot in
                    let found = try snapshot.identity(of: snapshot.pagePath(at: path))
                    return (id: found.id, path: found.path, revisions: try snapshot.index.revisions(of: found.id, limit: limit + 1))
                }
            } catch WikiError.notFound {
                throw try await Failure.noPage(page, in: wiki)
            }
            let revisions = try await wiki.countWords(Array(found.revisions.prefix(limit)), of: found.id)
            let isCut = found.revisions.count > limit
            guard json else { return (HistoryListing(revisions: revisions).plain, isCut) }
            let value = HistoryJSON(path: found.path, revisions: revisions, layout: wiki.layout).value
            return (String(decoding: value.encoded, as: UTF8.self) + "\n", isCut)
        }
        try StandardOutput.write(text)
        if isCut { StandardError.write("There are older ones. --limit N lists more than \(limit).\n") }
    }
}
