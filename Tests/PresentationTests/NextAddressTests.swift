import Testing

@testable import Presentation

/// After logging in, people are sent on within this site or to its home page, and nowhere else.
struct NextAddressTests {
    private let root = SiteURL()
    private let mounted = SiteURL(base: "/wiki", origin: "https://example.org")

    @Test(arguments: [
        "/", "/Guides/Concurrency", "/-/edit/Home", "/-/search?q=a%2Fb&page=2", "/a:b", "/@x", "/x?next=//evil.example",
        "/%2F%2Fevil.example",
        "/...", "/a/.hidden",
    ])
    func pathsOfThisSiteAreKept(address: String) {
        #expect(NextAddress(address, in: root).address == address)
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https://evil.example/", "evil.example", "",
        "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example", " //evil.example", "/ok\r\nSet-Cookie: a=b", "/é", "/a b",
        "/.//evil.example", "/..//evil.example", "/a/../..//evil.example", "/%2e%2e//evil.example", "/%2e/x", "/a/%",
        "/x\u{0}", "///evil.example", "?x", "#x",
    ])
    func allElseLeadsHome(address: String) {
        #expect(NextAddress(address, in: root).address == "/")
    }

    @Test func nothingLeadsHome() {
        #expect(NextAddress(nil, in: root).address == "/")
        #expect(NextAddress(nil, in: mounted).address == "/wiki/")
    }

    @Test(arguments: ["/", "/other", "/wikipedia", "/wiki/../other", "/wiki//evil.example", "//wiki/", "/wiki/%2E%2E/other"])
    func aMountedWikiKeepsToItsPath(address: String) {
        #expect(NextAddress(address, in: mounted).address == "/wiki/")
    }

    @Test func aMountedWikisOwnPathsAreKept() {
        #expect(NextAddress("/wiki/Home?x", in: mounted).address == "/wiki/Home?x")
        #expect(NextAddress("/wiki", in: mounted).address == "/wiki")
    }

    @Test func whatIsTooLongLeadsHome() {
        #expect(NextAddress("/" + String(repeating: "a", count: 5000), in: root).address == "/")
    }

    @Test func theLoginFormNamesIt() {
        #expect(mounted.login(next: "/wiki/-/edit/A%20b?x=1&y") == "/wiki/-/login?next=%2Fwiki%2F-%2Fedit%2FA%2520b%3Fx%3D1%26y")
        #expect(mounted.login(next: "/wiki/") == "/wiki/-/login")
        #expect(root.login() == "/-/login")
    }
}
