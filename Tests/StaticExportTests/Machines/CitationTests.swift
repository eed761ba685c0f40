import Presentation
import StaticExport
import Testing

/// The citation file is YAML of one form: each value is a string in quotes that both YAML and JSON read alike.
struct CitationTests {
    private let reader = """
        import re
        for line in data.splitlines():
            if line == "authors:": print(line); continue
            name, value = re.fullmatch(r'((?:  - |    )?[a-z-]+): (".*")', line).groups()
            print(name + "=" + json.loads(value).encode("unicode_escape").decode())
        """

    private func lines(_ site: SiteFacts) throws -> [String] {
        let file = CitationFile(site, words: try Samples.words()).file
        #expect(file.path == "CITATION.cff")
        return try PythonReader.lines(reader, of: file.bytes)
    }

    @Test func aSiteSaysHowItIsCited() throws {
        var site = Samples.site(base: "/wiki")
        site.description = "About bread"
        site.license = "CC BY-SA 4.0"
        site.contributors = [
            .init(name: "Ada", address: "https://example.org/wiki/people/Ada.html"), .init(name: "Rob"), .init(name: "Ada"),
        ]
        site.contributorCount = 5
        #expect(
            try lines(site) == [
                "cff-version=1.2.0", "message=If you use these texts, please cite them as said here.", "type=dataset", "title=Kitchen",
                "abstract=About bread", "authors:", "  - name=Ada", "    website=https://example.org/wiki/people/Ada.html", "  - name=Rob",
                "  - name=and 2 more", "version=8f2c1ab97d0e45c6a1b2c3d4e5f60718293a4b5c",
                "commit=8f2c1ab97d0e45c6a1b2c3d4e5f60718293a4b5c",
                "date-released=2026-11-18", "license=CC-BY-SA-4.0", "url=https://example.org/wiki/",
            ])
    }

    @Test func whatIsNotKnownIsLeftOut() throws {
        var site = Samples.site(origin: nil)
        site.license = "All rights reserved"
        let lines = try lines(site)
        #expect(lines.contains("  - name=Kitchen"))
        #expect(!lines.contains { $0.hasPrefix("license") || $0.hasPrefix("url") || $0.hasPrefix("abstract") })
        site.license = "https://example.org/licence"
        #expect(try self.lines(site).contains("license-url=https://example.org/licence"))
    }

    @Test func hostileNamesAreStrings() throws {
        var site = Samples.site(Samples.hostile[0])
        site.contributors = Samples.hostile.map { .init(name: $0) }
        let names = try lines(site).filter { $0.hasPrefix("  - name=") }
        #expect(names.count == Samples.hostile.count)
        #expect(names.contains(#"  - name=two\nlines\r\nand: more # no comment"#))
        #expect(names.contains(#"  - name=a\x00b\x1b[31mc\x7f\x85"#))
    }

    @Test func aCrowdIsCounted() throws {
        var site = Samples.site()
        site.contributors = (0..<620).map { .init(name: "P\($0)") }
        let names = try lines(site).filter { $0.hasPrefix("  - name=") }
        #expect(names.count == CitationFile.contributorLimit + 1)
        #expect(names.last == "  - name=and 120 more")
    }

    @Test func licencesAreKnownByTheirForm() {
        #expect(LicenseIdentifier("cc-by 4.0")?.text == "CC-BY-4.0")
        #expect(LicenseIdentifier("CC0 1.0")?.text == "CC0-1.0")
        #expect(LicenseIdentifier("mit")?.text == "MIT")
        for name in ["", "CC BY", "Mine", "CC BY-SA 9.0", "ＭＩＴ"] { #expect(LicenseIdentifier(name) == nil) }
    }
}
