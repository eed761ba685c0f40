import Git
import Testing
import WikiCore

extension Wiki {
    /// Who wrote a page; fails the test where that is not found.
    func found(_ path: String, at revision: ObjectID? = nil) async throws -> PageAuthors {
        let answer = try await authors(of: GitPath(path), revision: revision?.hex, patience: nil)
        guard case .found(let authors) = answer else { throw try #require(nil as (any Error)?, "\(answer)") }
        return authors
    }

    /// A page's text in pieces, each with the names of its people and the page that it came from: `Ann: words` or
    /// `Ann+Ben from Other: words`.
    func authored(_ path: String, at revision: ObjectID? = nil) async throws -> [String] {
        let authors = try await found(path, at: revision)
        return authors.runs.map { run in
            let change = run.change.map { authors.changes[$0] }
            let names = (change?.people ?? []).map { authors.people[$0].name }.joined(separator: "+")
            let source = change?.source.map { " from \($0.path.display)" } ?? ""
            let words = String(decoding: authors.text[run.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            return "\(names)\(source): \(words.joined(separator: " "))"
        }
    }

    /// How many words of a page are somebody's.
    func words(of name: String, in path: String) async throws -> Int {
        let people = try await found(path).people
        return Int(people.first { $0.name == name }?.words ?? 0)
    }

    /// The shares that a view shows, in percent: `Ann 75`; nil while they are not ready.
    func shares(_ path: String) async throws -> [String]? {
        let page = try await page(path)
        return try await read { try $0.index.wordShares(of: page) }?.map { "\($0.name) \(Int(($0.share * 100).rounded()))" }
    }
}
