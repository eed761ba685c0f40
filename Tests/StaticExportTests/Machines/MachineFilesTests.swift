import Presentation
import StaticExport
import Testing

/// All files for machines together, and the rules for old addresses.
struct MachineFilesTests {
    private func files(_ origin: String?) throws -> [ExportFile] {
        MachineFiles(Samples.site(origin: origin), [Samples.page("Home")], unwalked: ["/_history/"], words: try Samples.words()).files
    }

    @Test func theSameSiteMakesTheSameFiles() throws {
        let files = try files("https://example.org")
        #expect(files.map(\.path) == ["index.json", "llms.txt", "CITATION.cff", "robots.txt", ".nojekyll", "sitemap.xml"])
        #expect(try files == self.files("https://example.org"))
        #expect(String(decoding: files[3].bytes, as: UTF8.self).contains("Sitemap: https://example.org/sitemap.xml\n"))
        #expect(files[4].bytes.isEmpty)
    }

    @Test func withoutAnAddressThereIsNoSitemap() throws {
        let files = try files(nil)
        #expect(!files.contains { $0.path.hasPrefix("sitemap") })
        #expect(!String(decoding: files[3].bytes, as: UTF8.self).contains("Sitemap"))
    }

    @Test func oldAddressesAreForwardedWhereARuleCanHoldThem() {
        let long = "/" + String(repeating: "a", count: 990)
        let rules = ForwardingRules([
            Forwarding(from: "/Old", to: "/New#part"), Forwarding(from: "/Old", to: "/Other"), Forwarding(from: "/Same", to: "/Same"),
            Forwarding(from: "/a*", to: "/New"), Forwarding(from: "/a:b", to: "/New"), Forwarding(from: "/a b", to: "/New"),
            Forwarding(from: "relative", to: "/New"), Forwarding(from: long, to: "/New"), Forwarding(from: "/x\n/y", to: "/New"),
            Forwarding(from: "/%C3%A9", to: "https://example.org/New"),
        ])
        #expect(String(decoding: rules.file.bytes, as: UTF8.self) == "/Old /New#part 301\n/%C3%A9 https://example.org/New 301\n")
        #expect(rules.file.path == "_redirects")
        #expect(rules.leftOut == 8)
    }

    @Test func noMoreRulesAreMadeThanHostsTake() {
        let rules = ForwardingRules((0..<2100).map { Forwarding(from: "/Old\($0)", to: "/New") })
        #expect(rules.file.bytes.split(separator: UInt8(ascii: "\n")).count == ForwardingRules.ruleLimit)
        #expect(rules.leftOut == 100)
    }
}
