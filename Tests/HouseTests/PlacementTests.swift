import Testing

@Suite("Each language stays in its place")
struct PlacementTests {
    @Test func databaseLanguageStaysInItsFolders() {
        Violation.expectNone(Project.sources.filter(\.isProduct).flatMap { $0.strayStatements })
    }

    @Test func markupStaysInTemplatesAndRenderers() {
        Violation.expectNone(Project.sources.filter(\.isProduct).flatMap { $0.strayTags })
    }

    @Test func addressesComeFromSiteURL() {
        Violation.expectNone(Project.sources.filter(\.isProduct).flatMap { $0.strayAddresses })
    }

    @Test func templatesHoldNoAddresses() {
        let templates = Project.files.filter { $0.hasSuffix(".mustache") }
        Violation.expectNone(
            templates.flatMap { path -> [Violation] in
                let lines = String(decoding: Project.content(path) ?? [], as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false)
                return lines.indices.filter { lines[$0].contains("=\"/") || lines[$0].contains("/-/") }.map {
                    Violation(path: path, line: $0 + 1, advice: "give the template the address as a value made by SiteURL")
                }
            })
    }
}

extension SwiftSource {
    /// Where statements to a database may stand.
    static let statementFolders = ["/PageIndex/", "/CommunityDatabase/"]
    /// Where HTML and XML may stand: the renderer of Markdown, and what Presentation renders without a template.
    static let markupFolders = ["Sources/Markup/", "Sources/Presentation/Rendering/"]
    /// Where addresses of the interface may stand.
    private var isAddressFile: Bool {
        path.contains(#/^Sources/Presentation/(.*/)?SiteURL[^/]*\.swift$/#) || path.contains(#/^Sources/WebServer/.*Routes[^/]*\.swift$/#)
    }

    private static let statements = [
        "SELECT ", "INSERT INTO", "INSERT OR", "CREATE TABLE", "CREATE INDEX", "CREATE VIRTUAL", "DELETE FROM", "DROP TABLE", "PRAGMA ",
    ]

    /// Database statements outside their folders.
    var strayStatements: [Violation] {
        guard !Self.statementFolders.contains(where: path.contains) else { return [] }
        return literals.filter { literal in Self.statements.contains { literal.text.contains($0) } }.map {
            violation($0.line, "SQL belongs in PageIndex/ or CommunityDatabase/; give the query a function there")
        }
    }

    /// HTML tags outside the renderers.
    var strayTags: [Violation] {
        guard !Self.markupFolders.contains(where: path.hasPrefix) else { return [] }
        let names =
            "a|abbr|article|aside|b|body|br|button|code|del|details|div|em|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|"
            + "label|li|link|main|mark|meta|nav|ol|option|p|pre|script|section|select|small|span|strong|style|sub|summary|sup|svg|table|"
            + "tbody|td|textarea|th|thead|time|title|tr|u|ul"
        guard let tag = try? Regex("</?(\(names))(\\s[^<]*)?/?>|<(\(names)) [a-z-]+=") else { return [] }
        return literals.filter { $0.text.contains(tag) }.map {
            violation($0.line, "HTML belongs in Themes/**/*.mustache or in a renderer (PlacementTests.swift lists them)")
        }
    }

    /// Addresses of the interface that are spelt out.
    var strayAddresses: [Violation] {
        guard !isAddressFile else { return [] }
        let routes = bodies.filter { $0.name == "addRoutes" }
        return literals.filter { $0.text.contains("/-/") }.filter { literal in
            !routes.contains { ($0.open...$0.close).contains(literal.line) }
        }.map { violation($0.line, "addresses come from SiteURL (or stand in addRoutes); ask it for this one") }
    }
}
