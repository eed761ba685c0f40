import Testing

@testable import StemmaCommand

@Suite("What configuration keys take")
struct ConfigurationKindTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org/"), ("https://example.org/wiki", "https://example.org/wiki/"),
        ("http://localhost:8080/", "http://localhost:8080/"), ("http://[::1]:8080/a%20b/", "http://[::1]:8080/a%20b/"),
    ])
    func addressesEndInASlash(written: String, read: String) {
        #expect(ConfigurationKind<String>.address.read(.text(written)) == read)
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org/", "//example.org/", "https://", "https:///a", "javascript:alert(1)", "https://a.example/?q",
        "https://a.example/#f", "https://name@a.example/", "https://a.example/a b", "https://a.example/\"x", "https://a.example/../b",
    ])
    func otherAddressesAreRefused(written: String) {
        #expect(ConfigurationKind<String>.address.read(.text(written)) == nil)
    }

    @Test(arguments: [("docs", "docs"), ("docs/", "docs"), ("", ""), ("a//b", "a/b"), ("Über uns", "Über uns")])
    func pathsLoseTheirOuterSlashes(written: String, read: String) {
        #expect(ConfigurationKind<String>.path.read(.text(written)) == read)
    }

    @Test(arguments: ["/docs", "..", "a/../b", "./a", "a\nb", "a\u{0}b"])
    func pathsThatLeaveAreRefused(written: String) {
        #expect(ConfigurationKind<String>.path.read(.text(written)) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("200", 200), ("2 MiB", 2 << 20), ("2MiB", 2 << 20), ("512 KiB", 512 << 10), ("1 GiB", 1 << 30), ("7 B", 7),
    ])
    func sizesAreRead(written: String, bytes: Int) {
        #expect(ByteCount(text: written)?.bytes == bytes)
        #expect(ByteCount(text: ByteCount(bytes).text)?.bytes == bytes)
    }

    @Test(arguments: ["", "-1", "2 MB", "MiB", "1.5 MiB", "99999999999 GiB", "99999999999999999999", "1 MiB extra"])
    func otherSizesAreRefused(written: String) {
        #expect(ByteCount(text: written) == nil)
    }

    @Test func languagesAndDomains() {
        let language = ConfigurationKind<String>.language
        #expect(["en", "pt-BR", "zh-Hant-TW"].allSatisfy { language.read(.text($0)) == $0 })
        #expect(["", "e", "english", "en\" onload=", "en-", "en_US"].allSatisfy { language.read(.text($0)) == nil })
        let domain = ConfigurationKind<String>.domain
        #expect(["localhost", "wiki.example.org"].allSatisfy { domain.read(.text($0)) == $0 })
        #expect(["", "a..b", "a b", "a>b", ".a"].allSatisfy { domain.read(.text($0)) == nil })
    }

    @Test(arguments: ["192.0.2.1", "10.0.0.0/8", "0.0.0.0/0", "::1", "fd00::/8", "2001:db8::7/128"])
    func networks(written: String) {
        #expect(ConfigurationKind<[String]>.networks.read(.list([written])) == [written])
        #expect(ConfigurationKind<[String]>.networks.read(.text("127.0.0.1, \(written)")) == ["127.0.0.1", written])
    }

    @Test(arguments: [
        "", "localhost", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "fd00::/129", "::1%lo",
        "1.2.3.4 ",
    ])
    func otherNetworksAreRefused(written: String) {
        #expect(ConfigurationKind<[String]>.networks.read(.list([written])) == nil)
    }

    @Test func flagsAreTrueOrFalse() {
        let flag = ConfigurationKind<Bool>.flag
        #expect(flag.read(.text("true")) == true && flag.read(.text("false")) == false)
        #expect(["", "yes", "True", "1", "on"].allSatisfy { flag.read(.text($0)) == nil })
        #expect(flag.write(true) == "true" && flag.write(false) == "false")
    }

    @Test func headersAndMailAddresses() {
        let header = ConfigurationKind<String>.header
        #expect(["Remote-User", "X-WEBAUTH-USER", "x_user"].allSatisfy { header.read(.text($0)) == $0 })
        #expect(["", "-a", "a b", "a:b", "a\r\nb", "é"].allSatisfy { header.read(.text($0)) == nil })
        let mailbox = ConfigurationKind<String>.mailbox
        #expect(["wiki@example.org", "a+b.c@localhost"].allSatisfy { mailbox.read(.text($0)) == $0 })
        #expect(["", "wiki", "@a", "a@", "a@b@c", "Wiki <a@b>", "a\nb@c", "a b@c", "a@b c"].allSatisfy { mailbox.read(.text($0)) == nil })
    }

    @Test func loginsOverSSH() {
        let login = ConfigurationKind<String>.sshLogin
        #expect(["wiki@garden.example", "_git@localhost", "a.b-c@h:2222"].allSatisfy { login.read(.text($0)) == $0 })
        let others = [
            "", "garden.example", "@h", "wiki@", "-oProxyCommand=x@h", "wiki@-oProxyCommand=x", "wiki@h:0", "wiki@h:", "wiki@h:22:22",
            "wiki@h/x", "a b@h", "wiki@h; ls", "wiki@h\n", "wiki@h@i",
        ]
        #expect(others.allSatisfy { login.read(.text($0)) == nil })
    }

    @Test func textsStayOnOneLine() {
        let text = ConfigurationKind<String>.text(atMost: 3)
        #expect(text.read(.text("a b")) == "a b")
        #expect(["", "abcd", "a\nb", "a\u{85}b", "a\u{2028}b"].allSatisfy { text.read(.text($0)) == nil })
    }

    @Test(arguments: [("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ulr", "url", 1), ("kitten", "sitting", 3)])
    func editDistance(first: String, second: String, distance: Int) {
        #expect(NearestName.distance(Array(first.utf8), Array(second.utf8)) == distance)
    }
}
