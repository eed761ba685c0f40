import ArgumentParser
import Git
import WebServer
import WikiCore

/// `stemma authors`: who wrote which words of a page.
struct AuthorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authors", abstract: "Tell who wrote which words of a page.",
        discussion: """
            One line a person: number, share of the words that live on, words, name and account. Where a page's history is not followed \
            yet, that is done first, which takes seconds for a page of thousands of revisions.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The page's path.", valueName: "PAGE"))
    var page: String

    @Option(help: ArgumentHelp("The revision whose text is meant.", valueName: "ID"))
    var rev: String?

    @Flag(help: "Also print the text, each line after the numbers of those who wrote it; on a terminal in their colours.")
    var text = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let path = GitPath(page)
        let (directory, revision, json, withText) = (directory, rev, json, text)
        let output = try await Opening(directory).use { wiki in
            let answer: AuthorsAnswer
            do {
                answer = try await wiki.authors(of: path, revision: revision, patience: nil)
            } catch WikiError.notFound {
                throw try await Failure.noPage(page, in: wiki)
            } catch WikiError.unknownRevision(let name) {
                throw Failure.noRevision(name, of: page, in: directory)
            }
            guard case .found(let authors) = answer else {
                throw Failure(.foundWrong, "\(page.printable) is too long, or no text; its words have no authors.")
            }
            guard json else { return AuthorsListing(authors: authors, withText: withText).text }
            return String(decoding: AuthorsJSON(authors).value.encoded, as: UTF8.self) + "\n"
        }
        try StandardOutput.write(output)
    }
}
