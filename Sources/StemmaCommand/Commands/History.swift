import ArgumentParser
import Git
import WebServer
import WikiCore

/// `stemma history`: the revisions of a page.
struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the revisions of a page, newest first.")

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The page's path, such as Guides/Getting-Started.", valueName: "PAGE"))
    var page: String

    @Option(help: ArgumentHelp("At most this many.", valueName: "N"))
    var limit = 1000

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let path = GitPath(page)
        let (limit, json) = (max(1, limit), json)
        let text = try await Opening(directory).use { wiki in
            let found: (id: Int64, path: GitPath, revisions: [Revision])
            do {
                found = try await wiki.read { snapshot in
                    let found = try snapshot.identity(of: snapshot.pagePath(at: path))
                    return (id: found.id, path: found.path, revisions: try snapshot.index.revisions(of: found.id, limit: limit))
                }
            } catch WikiError.notFound {
                throw try await Failure.noPage(page, in: wiki)
            }
            let revisions = try await wiki.countWords(found.revisions, of: found.id)
            guard json else { return HistoryListing.plain(revisions) }
            let value = HistoryJSON(path: found.path, revisions: revisions, layout: wiki.layout).value
            return String(decoding: value.encoded, as: UTF8.self) + "\n"
        }
        print(text, terminator: "")
    }
}
