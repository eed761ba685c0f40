import ArgumentParser
import Git
import WikiCore

/// `stemma check`: what is wrong with a wiki, and what its people may want to know.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check repository, pages and links.",
        discussion: """
            Ends with 1 where something is wrong: a damaged repository, a page that can't be shown, broken front matter, a
            redirect to nothing. Missing and ambiguous links are listed; with --strict they count as wrong, too.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String = "wiki"

    @Flag(help: "Missing and ambiguous links count as wrong.")
    var strict = false

    @Flag(help: "Only what is wrong, without links that name nothing yet.")
    var quiet = false

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        var isWrong = false
        do {
            try await GitCommand(directory: opening.folder.repository).verify()
        } catch {
            isWrong = true
            print("damaged repository: \(error)")
        }
        let findings = try await opening.use { wiki in try await wiki.read { try $0.findings() } }
        for finding in findings where !quiet || finding.kind.isWrong {
            print("\(finding.kind.rawValue): \(finding.path.printable)\(finding.detail.isEmpty ? "" : " (\(finding.detail.printable))")")
        }
        isWrong = isWrong || findings.contains { $0.kind.isWrong || strict }
        let wrong = findings.filter { $0.kind.isWrong || strict }.count
        print(isWrong ? "\(wrong) wrong, \(findings.count - wrong) to look at." : "Nothing wrong, \(findings.count) to look at.")
        if isWrong { throw ExitCode(Failure.Code.foundWrong.rawValue) }
    }
}

extension String {
    /// The text without what could steer a terminal.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map {
                    $0.properties.generalCategory == .control || $0.properties.generalCategory == .format ? "\u{FFFD}" : $0
                }))
    }
}

extension GitPath {
    /// The path for a terminal.
    var printable: String { display.printable }
}
