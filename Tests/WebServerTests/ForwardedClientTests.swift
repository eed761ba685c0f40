import HTTPTypes
import Testing
import WikiCore

@testable import WebServer

@Suite struct ForwardedClientTests {
    private static let proxy = "10.0.0.1"
    private let forwarded: ForwardedClient

    init() {
        var proxies = Configuration.Proxies()
        proxies.trusted = ["10.0.0.0/8", "2001:db8:1::/48", "127.0.0.1", "::1", "nonsense"]
        proxies.userHeader = "Remote-User"
        forwarded = ForwardedClient(proxies)
    }

    private func address(_ text: String) throws -> ClientAddress { try #require(ClientAddress(text: text.utf8)) }

    private func client(_ fields: [(String, String)], peer: String = proxy) throws -> ForwardedClient.Client {
        forwarded.client(peer: try address(peer), head: try head(fields))
    }

    private func head(_ fields: [(String, String)]) throws -> HTTPRequest {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "wiki.example", path: "/")
        for (name, value) in fields { head.headerFields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
        return head
    }

    private func user(_ fields: [(String, String)], peer: String = proxy) throws -> String? {
        forwarded.signedOnUser(peer: try address(peer), head: try head(fields))
    }

    // MARK: Who is believed

    @Test(arguments: ["192.0.2.9", "11.0.0.1", "2001:db8:2::1", "127.0.0.2", "::2", "0.0.0.0"])
    func aStrangerIsNotBelieved(peer: String) throws {
        let forged = [
            ("X-Forwarded-For", "198.51.100.7"), ("Forwarded", "for=198.51.100.7;proto=https;host=evil.example"),
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("Remote-User", "admin"),
        ]
        let expected = ForwardedClient.Client(address: try address(peer), scheme: nil, host: nil)
        #expect(try client(forged, peer: peer) == expected)
        #expect(try user(forged, peer: peer) == nil)
    }

    @Test func anUnknownPeerIsNotBelieved() throws {
        let (peer, request) = (ClientAddress(bytes: []), try head([("X-Forwarded-For", "198.51.100.7"), ("Remote-User", "admin")]))
        #expect(forwarded.client(peer: peer, head: request).address == peer)
        #expect(forwarded.signedOnUser(peer: peer, head: request) == nil)
    }

    @Test func withoutSettingsNobodyIs() throws {
        let (nobody, peer) = (ForwardedClient(Configuration.Proxies()), try address("127.0.0.1"))
        let request = try head([("X-Forwarded-For", "198.51.100.7"), ("Remote-User", "admin")])
        #expect(nobody.client(peer: peer, head: request).address == peer)
        #expect(nobody.signedOnUser(peer: peer, head: request) == nil)
    }

    @Test(arguments: ["10.0.0.1", "10.255.255.255", "127.0.0.1", "::1", "2001:db8:1:ffff::9", "::ffff:10.1.2.3"])
    func aTrustedProxyIs(peer: String) throws {
        let told = [("X-Forwarded-For", "198.51.100.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "Wiki.Example:8443")]
        let expected = ForwardedClient.Client(address: try address("198.51.100.7"), scheme: "https", host: "wiki.example:8443")
        #expect(try client(told, peer: peer) == expected)
    }

    // MARK: Chains

    @Test(arguments: [
        // What the client forged stands left of what the proxy added.
        (["1.2.3.4, 198.51.100.7"], "198.51.100.7"), (["127.0.0.1, 198.51.100.7"], "198.51.100.7"),
        (["10.0.0.9,198.51.100.7"], "198.51.100.7"),
        // Several proxies of ours.
        (["1.2.3.4, 198.51.100.7, 10.0.0.2"], "198.51.100.7"), (["198.51.100.7, 10.0.0.3, 2001:db8:1::2, 10.0.0.2"], "198.51.100.7"),
        // All of ours: the client is in our network.
        (["10.0.0.9"], "10.0.0.9"), (["10.0.0.9, 10.0.0.2"], "10.0.0.9"),
        // Two fields are one list.
        (["1.2.3.4", "198.51.100.7"], "198.51.100.7"), (["198.51.100.7", "10.0.0.2"], "198.51.100.7"),
        (["198.51.100.7, 10.0.0.3", "10.0.0.2"], "198.51.100.7"),
        // IPv6, ports, blanks, empty elements.
        (["2001:db8:9::1"], "2001:db8:9::1"), (["2001:DB8:9:0:0:0:0:1"], "2001:db8:9::1"), (["[2001:db8:9::1]"], "2001:db8:9::1"),
        (["[2001:db8:9::1]:4711"], "2001:db8:9::1"),
        (["198.51.100.7:4711"], "198.51.100.7"), (["::ffff:198.51.100.7"], "198.51.100.7"), ([" \t198.51.100.7 \t"], "198.51.100.7"),
        (["198.51.100.7,, ,"], "198.51.100.7"),
    ])
    func chains(values: [String], expected: String) throws {
        #expect(try client(values.map { ("X-Forwarded-For", $0) }).address == address(expected))
    }

    @Test(arguments: [
        "", " ", ",", "unknown", "_hidden", "198.51.100", "198.51.100.7.1", "198.51.100.256", "0198.51.100.7", "198.51.100.7:",
        "198.51.100.7:x",
        "198.51.100.7:123456", "[198.51.100.7]", "[2001:db8::1", "2001:db8::1]", "[2001:db8::1]x", "2001:db8::1::2", "fe80::1%eth0",
        "\"198.51.100.7\"",
        "198.51.100.7;x", "for=198.51.100.7", "http://198.51.100.7", "１９８.51.100.7", "3325256711", "0xC6336407",
        "198.51.100.7 198.51.100.8",
        String(repeating: "1", count: 100_000),
    ])
    func whatIsNoAddress(value: String) throws {
        #expect(try client([("X-Forwarded-For", value)]).address == address(Self.proxy))
        #expect(
            try client([("X-Forwarded-For", "198.51.100.7, \(value), 10.0.0.2")]).address
                == (value.allSatisfy { ", ".contains($0) } ? address("198.51.100.7") : address("10.0.0.2")))
        #expect(try client([("X-Forwarded-For", "\(value), 198.51.100.7")]).address == address("198.51.100.7"))
    }

    @Test func longHeadersCostLittle() throws {
        let many = Array(repeating: "10.0.0.2", count: 50_000).joined(separator: ", ")
        let start = ContinuousClock.now
        for _ in 0..<20 {
            #expect(try client([("X-Forwarded-For", "198.51.100.7, " + many)]).address == address("10.0.0.2"))
            #expect(try client([("Forwarded", String(repeating: "\\\"", count: 200_000))]).address == address(Self.proxy))
            #expect(try client([("X-Forwarded-For", many + ", 198.51.100.7")]).address == address("198.51.100.7"))
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func whatIsCutIsNotReadAsAnotherAddress() throws {
        // 4,096 bytes from the right end within the first address: 1198.51.100.7 is none, 98.51.100.7 would be one.
        let tail = ", 10.0.0.2"
        for shift in 0..<12 {
            let blanks = String(repeating: " ", count: 4096 - tail.utf8.count - 12 + shift)
            let found = try client([("X-Forwarded-For", "198.51.100.77" + blanks + tail)]).address
            #expect(try found == address("10.0.0.2") || found == address("198.51.100.77"))
        }
    }

    // MARK: RFC 7239

    @Test(arguments: [
        (["for=198.51.100.7"], "198.51.100.7"), (["For=\"198.51.100.7\""], "198.51.100.7"), (["for=198.51.100.7:80"], "198.51.100.7"),
        (["for=\"[2001:db8:9::1]:4711\""], "2001:db8:9::1"), (["FOR=\"[2001:db8:9::1]\";proto=https"], "2001:db8:9::1"),
        (["for=1.2.3.4, for=198.51.100.7;by=10.0.0.1"], "198.51.100.7"), (["for=1.2.3.4", "for=198.51.100.7"], "198.51.100.7"),
        (["for=1.2.3.4, for=198.51.100.7, for=10.0.0.2;proto=http"], "198.51.100.7"), (["by=10.0.0.1;for=198.51.100.7"], "198.51.100.7"),
        // A quote that the client left open swallows nothing.
        (["for=\"1.2.3.4, for=198.51.100.7"], "198.51.100.7"), (["for=\"", "for=198.51.100.7"], "198.51.100.7"),
        (["x=\"\\\", for=198.51.100.7"], "198.51.100.7"), (["for=1.2.3.4;x=\"a,b\", for=198.51.100.7;y=\"c, d\""], "198.51.100.7"),
        (["for=unknown"], proxy), (["for=_secret"], proxy), (["for="], proxy), (["proto=https"], proxy), (["198.51.100.7"], proxy),
        (["for"], proxy), ([""], proxy),
        (["for=198.51.100.7, for=unknown"], proxy),
    ])
    func forwardedElements(values: [String], expected: String) throws {
        #expect(try client(values.map { ("Forwarded", $0) }).address == address(expected))
    }

    @Test func schemeAndHost() throws {
        let told = try client([
            ("Forwarded", "for=1.2.3.4;proto=http;host=evil.example, for=198.51.100.7;proto=HTTPS;host=\"wiki.example:8443\"")
        ])
        #expect(told.scheme == "https" && told.host == "wiki.example:8443")
        let chained = try client([("X-Forwarded-Proto", "http, https"), ("X-Forwarded-Host", "evil.example, wiki.example")])
        #expect(chained.scheme == "https" && chained.host == "wiki.example")
    }

    @Test(arguments: ["", "ftp", "https:", "javascript", "httpsx", "ht tp"])
    func aSchemeThatIsNone(value: String) throws { #expect(try client([("X-Forwarded-Proto", value)]).scheme == nil) }

    @Test(arguments: ["", "a/b", "a b", "user@host", "host?x", "a\\b", "<host>", "ä.example", String(repeating: "a", count: 300)])
    func aHostThatIsNone(value: String) throws { #expect(try client([("X-Forwarded-Host", value)]).host == nil) }

    @Test func theOtherHeaderIsNoWayRound() throws {
        // A proxy that writes X-Forwarded-For passes Forwarded on as the client sent it.
        let told = try client([("Forwarded", "for=1.2.3.4;proto=https;host=evil.example"), ("X-Forwarded-For", "198.51.100.7")])
        #expect(try told.address == address("198.51.100.7"))
        #expect(told.scheme == nil && told.host == nil)
    }

    // MARK: Single sign-on

    @Test func aUserIsNamed() throws {
        #expect(try user([("Remote-User", "ada")]) == "ada")
        #expect(try user([("remote-user", " Ada Lovelace ")]) == "Ada Lovelace")
        #expect(try user([("Remote-User", "ada@example.org")]) == "ada@example.org")
    }

    @Test func aUserIsNotNamed() throws {
        for value in ["", " ", "ada, admin", "ada,admin", "a\tb", String(repeating: "a", count: 256)] {
            #expect(try user([("Remote-User", value)]) == nil, "\(value)")
        }
        #expect(try user([("Remote-User", "ada"), ("Remote-User", "admin")]) == nil)
        #expect(try user([("Remote_User", "admin"), ("X-Remote-User", "admin"), ("X-Forwarded-User", "admin")]) == nil)
        #expect(try user([("Remote-User", "ada"), ("X-Forwarded-For", "198.51.100.7")]) == "ada", "the peer is the proxy")
        #expect(try user([("Remote-User", "admin"), ("X-Forwarded-For", "10.0.0.1")], peer: "198.51.100.7") == nil)
    }
}

@Suite struct NetworkRangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.3/8", "10.9.9.9", true),
        ("192.0.2.1", "192.0.2.1", true),
        ("192.0.2.1", "192.0.2.2", false), ("192.0.2.0/25", "192.0.2.127", true), ("192.0.2.0/25", "192.0.2.128", false),
        ("192.0.2.8/31", "192.0.2.9", true),
        ("192.0.2.8/31", "192.0.2.10", false), ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "::1", false),
        ("::/0", "2001:db8::1", true), ("::/0", "10.0.0.1", false),
        ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false), ("::1", "::1", true),
        ("::1/128", "::2", false),
        ("::ffff:10.0.0.0/104", "10.200.0.1", true), ("10.0.0.0/8", "::ffff:10.0.0.1", true), ("::ffff:10.0.0.1", "10.0.0.1", true),
    ])
    func membership(network: String, address: String, isIn: Bool) throws {
        let range = try #require(NetworkRange(network))
        #expect(range.contains(try #require(ClientAddress(text: address.utf8))) == isIn)
        #expect(!range.contains(ClientAddress(bytes: [])))
    }

    @Test(arguments: [
        "", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0.0/08x", "10.0.0.0 /8", "10.0.0/8",
        "::/129",
        "::ffff:10.0.0.0/8", "localhost", "*", "10.*", "[::1]", "fe80::1%lo", "10.0.0.0/٨", "10.0.0.0/0000", "10.0.0.1:80",
    ])
    func whatIsNone(text: String) { #expect(NetworkRange(text) == nil) }
}
