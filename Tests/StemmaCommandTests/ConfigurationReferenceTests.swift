import FoundationEssentials
import Testing
import WikiCore

@testable import StemmaCommand

@Suite("Configuration reference and template")
struct ConfigurationReferenceTests {
    @Test func namesAndVariablesAreUnique() {
        #expect(Set(ConfigurationKey.all.map(\.name)).count == ConfigurationKey.all.count)
        #expect(Set(ConfigurationKey.all.map(\.variable)).count == ConfigurationKey.all.count)
    }

    @Test func everyKeyHasARowAndHelp() {
        for key in ConfigurationKey.all {
            #expect(ConfigurationReference.table.contains("| `\(key.name)` | `\(key.variable)`"))
            #expect(key.help.hasSuffix("."))
        }
    }

    @Test func aNewFileHoldsTheDefaults() throws {
        #expect(try ConfigurationSources(file: ConfigurationTemplate().text).configuration() == Configuration())
    }

    @Test func aNewFileHoldsTheGivenValues() throws {
        let names = ["Übersicht: \"alles\" \\ nichts", "null", "- a", "#1", "12", "a: b", "O'Hara", "{x}", " edge "]
        for name in names {
            let text = ConfigurationTemplate(values: ["site.name": name, "links.wikilinks": "text-first", "home": "A/B"]).text
            let configuration = try ConfigurationSources(file: text).configuration()
            #expect(configuration.site.name == name)
            #expect(configuration.links.wikilinks == .textFirst)
            #expect(configuration.pages.home == "A/B")
        }
    }

    @Test func everyCommentedLineWorksWithoutItsMark() throws {
        let lines = ConfigurationTemplate().text.split(separator: "\n").map { line in
            let content = line.drop { $0 == " " || $0 == "#" }
            let isKey = ConfigurationKey.all.contains { key in
                content.hasPrefix((key.name.split(separator: ".").last ?? "") + ":")
            }
            let indent = line.prefix { $0 == " " }
            return isKey ? "\(indent)\(content)" : String(line)
        }
        let text = lines.joined(separator: "\n")
        #expect(try ConfigurationFile(text).settings.count >= ConfigurationKey.all.count { !$0.defaultText.isEmpty } - 1)
        #expect(try ConfigurationSources(file: text).configuration() == Configuration())
    }

    /// Set `STEMMA_TEST_RECORD=1` to write the table into the handbook; the test still fails then, so that the
    /// change is looked at before it is kept.
    @Test func theHandbookShowsTheTable() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = root.appending(path: "Wiki/Guide/Configuration.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let begin = "<!-- settings: begin -->\n"
        let end = "<!-- settings: end -->"
        let parts = [text.firstRange(of: begin), text.firstRange(of: end)].compactMap { $0 }
        try #require(parts.count == 2 && parts[0].upperBound <= parts[1].lowerBound, "\(page.path) has lost its two markers")
        let place = parts[0].upperBound..<parts[1].lowerBound
        if ProcessInfo.processInfo.environment["STEMMA_TEST_RECORD"] != nil {
            let renewed = text[..<place.lowerBound] + ConfigurationReference.table + text[place.upperBound...]
            try String(renewed).write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(text[place] == ConfigurationReference.table, "run this test once with STEMMA_TEST_RECORD=1 and look at the change")
    }
}
