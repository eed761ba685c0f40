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

    @Test(arguments: [
        "javascript:x", "//example.org", "http://", "https://a b/", "https://[::1]/", "https://-a/", "https://a..b", "data:,", "mailto:",
    ])
    func whatLeadsNowhereIsNone(address: String) { #expect(text(address) == nil) }
}
