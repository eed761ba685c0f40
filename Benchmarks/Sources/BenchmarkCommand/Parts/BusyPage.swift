import Glibc

/// The page with the most revisions, and a copy of its text without a past.
struct BusyPage {
    let name: String
    var copy: String { name + "-without-a-past" }

    /// How often somebody looks whether authors are known, before giving up.
    private static let patience = 60_000

    /// Makes the copy.
    func makeCopy(_ wiki: RunningWiki) throws {
        let connection = try wiki.connect()
        let editor = Editor(connection)
        try editor.save(editor.open(copy), markdown: editor.markdown(name), summary: "Begin without a past")
        try Self.waitForAuthors(connection)
    }

    /// Looks every half millisecond whether the authors of all pages are known.
    static func waitForAuthors(_ connection: Connection) throws {
        for _ in 0..<patience {
            if try connection.get(WikiAddress.health).text.contains("\"complete\"") { return }
            usleep(500)
        }
        throw BenchmarkFailure("The authors of the wiki did not get known.")
    }
}
