import Testing

@testable import StaticExport

/// Addresses outside a book are such as every reader takes.
struct BookAddressTests {
    private func text(_ address: String) -> String? { BookAddress(Array(address.utf8)).map { String(decoding: $0.text, as: UTF8.self) } }

    @Test func whatIsAllowedStays() {
        for address in ["https://example.org", "http://a.b:8080/x%20y?q=1&r=(2)#part", "mailto:a@example.org?subject=x"] {
            #expect(text(address) == address)
        }
    }

    @Test func whatIsNotIsEncoded() {
        #expect(text("https://example.org/a b|[c]{\"}#x#y%zü") == "https://example.org/a%20b%7C%5Bc%5D%7B%22%7D#x%23y%25z%C3%BC")
        #expect(text("HTTPS://Example.org/") == "https://Example.org/")
    }

    @Test func hostsOfAllScriptsAreWrittenInASCII() {
        for (written, expected) in [
            ("https://müller.de/ü", "https://xn--mller-kva.de/%C3%BC"), ("https://m%C3%BCller.de:8080", "https://xn--mller-kva.de:8080"),
            ("https://MU\u{308}LLER.de", "https://xn--mller-kva.de"), ("https://straße.example", "https://xn--strae-oqa.example"),
            ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"), ("https://правда.рф", "https://xn--80aafi6cg.xn--p1ai"),
            ("https://他们为什么不说中文.a", "https://xn--ihqwcrb4cv8a8dqg056pqjye.a"), ("https://a_b._c.org", "https://a_b._c.org"),
        ] { #expect(text(written) == expected, "\(written)") }
    }

    @Test(arguments: [
        "https://ada:secret@a.org/", "https://a\u{2044}b.org/", "https://a%2Fb.org/", "https://a%zz.org/", "https://ü\u{200B}.org",
        "https://\u{FC}-.org:x", "https://\(String(repeating: "ü", count: 64)).org", "https://%FF.org", "https://a%00.org",
        "javascript:x", "//example.org", "http://", "https://a b/", "https://[::1]/", "https://-a/", "https://a..b", "data:,", "mailto:",
    ])
    func whatLeadsNowhereIsNone(address: String) { #expect(text(address) == nil) }
}
