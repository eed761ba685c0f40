import Testing

/// The validator of EPUBs, where it is installed.
enum Epubcheck {
    /// Expects neither an error nor a warning.
    static func expectNoComplaint(of book: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        guard let said = try run(book) else { return print("epubcheck is not installed: the book was not validated") }
        let complaints = said.split(separator: "\n").filter { line in ["ERROR", "FATAL", "WARNING"].contains { line.hasPrefix($0) } }
        #expect(complaints == [], sourceLocation: sourceLocation)
        #expect(said.contains("0 errors"), "\(said)", sourceLocation: sourceLocation)
    }

    /// What it says; nil where it can't be started. Debian's is an archive of Java that only some systems run by itself.
    private static func run(_ book: String) throws -> String? {
        for (program, arguments) in [("java", ["-jar", "/usr/share/java/epubcheck.jar", book]), ("epubcheck", [book])] {
            guard let result = try? ChildProcess(program, arguments).wait(seconds: 120) else { continue }
            let said = result.text + result.errors
            if said.contains("EPUBCheck completed") { return said }
        }
        return nil
    }
}
