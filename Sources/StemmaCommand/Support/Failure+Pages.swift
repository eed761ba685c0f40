import Git
import WikiCore

extension Failure {
    /// A page has no revision of a name that somebody gave.
    static func noRevision(_ name: String, of page: String, in directory: String) -> Failure {
        let command = ["stemma", "history", directory, page].map { AuthorizedKeyLine.forShell($0) }.joined(separator: " ")
        return Failure(.foundWrong, "There is no revision \(name.printable) of \(page.printable). `\(command.printable)` lists them.")
    }

    /// No page has a name that somebody gave, or several are alike.
    static func noPage(_ name: String, in wiki: Wiki) async throws -> Failure {
        let alike = try await wiki.read { try $0.index.pages(like: GitPath(name)).map(\.path.printable) }
        guard alike.count > 1 else { return Failure(.foundWrong, "There is no page \(name.printable).") }
        return Failure(.foundWrong, "Several pages are called like \(name.printable): \(alike.joined(separator: ", ")). Say which one.")
    }
}
