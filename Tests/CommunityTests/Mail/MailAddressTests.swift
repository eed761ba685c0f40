import Testing

@testable import Community

@Suite struct MailAddressTests {
    @Test(arguments: [
        "ada@example.org", "Ada.Lovelace+wiki@mail.example.org", "a@b", "x_y-z@xn--bcher-kva.example", "o'brien@example.org",
        "!#$%&'*+-/=?^_`{|}~@example.org", "1@2.example",
    ])
    func addresses(text: String) throws {
        let address = try #require(MailAddress(text))
        #expect(address.text == text && "\(address)" == text)
        #expect(text.hasSuffix("@" + address.domain))
    }

    @Test(arguments: [
        "", "@", "ada", "ada@", "@example.org", "ada@@example.org", "ada @example.org", " ada@example.org", "ada@example.org ",
        "ada@example..org", ".ada@example.org", "ada.@example.org", "a..b@example.org", "ada@.example.org", "ada@example.org.",
        "ada@-example.org", "ada@example-.org", "ada@exa_mple.org", "\"a b\"@example.org", "ada@[127.0.0.1]", "Ada <ada@example.org>",
        "<ada@example.org>", "ada@example.org,eve@example.org", "ada@example.org\r\nBcc: eve@example.org", "ada\n@example.org",
        "ada@example.org\n", "ada\0@example.org", "ada@example.org\0", "ada@éxample.org", "é@example.org", "a(comment)@example.org",
        "ada@example.org SIZE=1", "a:b@example.org", "a;b@example.org", "a\\b@example.org", "ada\u{301}@example.org",
    ])
    func others(text: String) {
        #expect(MailAddress(text) == nil)
        #expect(throws: MailError.badAddress(text)) { try MailMessage(to: text, subject: "", body: "") }
        #expect(MailError.badAddress(text).description.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }

    @Test func lengths() {
        let local = String(repeating: "a", count: 64)
        let label = String(repeating: "b", count: 63)
        #expect(MailAddress("\(local)@\(label).example") != nil)
        #expect(MailAddress("\(local)a@\(label).example") == nil)
        #expect(MailAddress("a@\(label)b.example") == nil)
        #expect(MailAddress("a@" + String(repeating: "c.", count: 125) + "de") != nil)
        #expect(MailAddress("a@" + String(repeating: "c.", count: 125) + "def") == nil)
        #expect(MailAddress("a@" + String(repeating: "c.", count: 1_000_000) + "d") == nil)
    }

    @Test func whatEverIsGivenNothingElseComesOut() {
        for sample in MailSamples.texts {
            for text in [sample, sample + "@example.org", "a@" + sample] {
                guard let address = MailAddress(text) else { continue }
                #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>()[],;:\\\"".utf8.contains($0) })
            }
        }
    }
}
