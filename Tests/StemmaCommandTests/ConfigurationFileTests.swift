import Testing

@testable import StemmaCommand

@Suite("stemma.yaml")
struct ConfigurationFileTests {
    private func settings(_ text: String) throws -> [String: ConfigurationInput] {
        try Dictionary(uniqueKeysWithValues: ConfigurationFile(text).settings.map { ($0.name, $0.input) })
    }

    private func sentence(_ text: String) -> String? {
        do {
            _ = try ConfigurationSources(file: text).configuration()
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test func readsNestedAndDottedKeys() throws {
        let found = try settings("site:\n  name: On\n  url: 'https://example.org/'\nserver.port: 0123\nediting: open\n")
        #expect(
            found == [
                "site.name": .text("On"), "site.url": .text("https://example.org/"), "server.port": .text("0123"), "editing": .text("open"),
            ])
    }

    @Test func readsListsInBothStyles() throws {
        let expected = ConfigurationInput.list(["/wiki/", "https://old.example/w/"])
        #expect(try settings("links: {prefixes: [/wiki/, 'https://old.example/w/']}") == ["links.prefixes": expected])
        #expect(try settings("links:\n  prefixes:\n    - /wiki/\n    - https://old.example/w/\n") == ["links.prefixes": expected])
    }

    @Test(arguments: ["", "\n", "# nothing\n", "~", "---\n", "server:\n  # port: 8080\nlimits:\n", "site:\n  url:\n"])
    func emptyValuesAreNoValues(text: String) throws {
        #expect(try settings(text) == [:])
    }

    @Test func unknownKeyNamesTheNearestAndItsLine() {
        #expect(
            sentence("site:\n  name: A\n  ulr: https://example.org/\n")
                == "stemma.yaml, line 3: there is no setting “site.ulr”; the nearest is “site.url”.")
        #expect(sentence("sites:\n  name: A\n") == "stemma.yaml, line 2: there is no setting “sites.name”; the nearest is “site.name”.")
        #expect(sentence("edting:\n") == "stemma.yaml, line 1: there is no setting “edting”; the nearest is “editing”.")
    }

    @Test func wrongTypesNameTheLine() {
        #expect(
            sentence("\nserver:\n  port: many\n")
                == "stemma.yaml, line 3: “server.port” takes a whole number from 0 to 65535, but is “many”.")
        #expect(sentence("site:\n  name: [a, b]\n")?.contains("line 2: “site.name” takes a text of at most 100") == true)
        #expect(sentence("editing: {mode: open}")?.hasSuffix("takes accounts or open, but is a group of keys.") == true)
        #expect(sentence("links:\n  prefixes: [{a: b}]")?.hasSuffix("but is a group of keys.") == true)
    }

    @Test func aSectionWithAPlainValueIsRefused() {
        #expect(sentence("server: 8080")?.contains("there is no setting “server”") == true)
    }

    @Test func duplicateKeysNameTheSecondLine() {
        #expect(
            sentence("site:\n  name: A\n  url: https://a.example/\n  name: B\n")
                == "stemma.yaml, line 4: “name” is set a second time; keep one of the two.")
        #expect(
            sentence("site:\n  name: A\nsite.name: B\n") == "stemma.yaml, line 3: “site.name” is set a second time; keep one of the two.")
    }

    @Test func brokenYAMLNamesTheLine() {
        #expect(sentence("site:\n  name: \"A\n")?.hasPrefix("stemma.yaml, line ") == true)
        #expect(sentence("site:\n\tname: A\n")?.contains("line 2: this is not YAML") == true)
        #expect(sentence("- a\n- b\n")?.contains("list of keys and values") == true)
        #expect(sentence("just text")?.contains("list of keys and values") == true)
    }
}
