import Community
import HTTPTypes
import TestSupport
import Testing
import WikiCore

@testable import WebServer

/// Every address of the site and what it needs, written down a second time: a new one fails here until somebody has looked at it.
struct RouteTableTests {
    /// What strangers may open on a wiki that only its members read.
    private static let open: Set<String> = [
        "/-/assets/**", "/-/health", "/robots.txt", "/favicon.ico", "/.well-known/**", "/-/login", "/-/logout", "/-/register",
        "/-/forgotten", "/-/invitation/{secret}", "/-/first-admin/{secret}", "/-/reset/{secret}",
    ]

    private static let own: Set<String> = [
        "/-/settings", "/-/settings/password", "/-/settings/address", "/-/settings/address/commits", "/-/settings/credit",
        "/-/settings/credit/release", "/-/settings/credit/confirm", "/-/settings/sessions", "/-/settings/sessions/others",
        "/-/settings/tokens", "/-/settings/tokens/revoke", "/-/settings/keys", "/-/settings/keys/remove", "/-/settings/deletion",
        "/-/confirm/{secret}",
    ]

    private static let needs: [Need: Set<String>] = [
        .nothing: open, .account: own,
        .read: [
            "/", "/**", "/-/**", "/-/file/**", "/-/history", "/-/history/**", "/-/diff", "/-/diff/**", "/-/authors",
            "/-/authors/**", "/-/book/**", "/-/commit/{id}", "/-/recent", "/-/people", "/-/people/{name}", "/-/feed/people/{name}",
            "/-/api/v1/people", "/-/api/v1/people/**", "/-/search",
            "/-/search/titles", "/-/pages", "/-/pages/**", "/-/feed/recent", "/-/feed/history", "/-/feed/history/**", "/-/help",
            "/-/help/**", "/-/api", "/-/api/**", "/-/api/v1/pages", "/-/api/v1/pages/** GET", "/-/api/v1/history/**",
            "/-/api/v1/diff/**", "/-/api/v1/authors/**", "/-/api/v1/recent", "/-/api/v1/search", "/-/api/v1/render",
            "/-/api/v1/openapi.json",
        ],
        .edit: [
            "/-/edit", "/-/edit/**", "/-/new", "/-/preview", "/-/preview/**", "/-/revert/{id}", "/-/restore/**", "/-/delete/**",
            "/-/attach", "/-/attach/**", "/-/api/v1/pages/** PUT", "/-/api/v1/pages/** DELETE", "/-/api/v1/pages/**/restore",
            "/-/api/v1/commits/**/revert",
        ],
        .review: ["/-/admin/credits"],
        .moderate: [
            "/-/admin/people", "/-/admin/people/{name}", "/-/admin/people/{name}/state", "/-/admin/edits", "/-/api/v1/edits/undo",
        ],
        .invite: ["/-/admin/invitations", "/-/admin/invitations/revoke"],
        .administer: [
            "/-/admin/people/{name}/role", "/-/admin/people/{name}/link", "/-/admin/people/{name}/address", "/-/admin/access",
            "/-/admin/export", "/-/admin/audit",
        ],
    ]

    @Test func everyAddressNeedsWhatIsWrittenHere() throws {
        let routes = try TestSite().server.routes
        #expect(routes.count > 100)
        var seen: Set<String> = []
        for route in routes {
            let names = [route.pattern, "\(route.pattern) \(route.method.rawValue)"]
            let expected = Self.needs.filter { !$0.value.isDisjoint(with: names) }.map(\.key)
            #expect(expected == [route.need], "\(route.method) \(route.pattern) needs \(route.need)")
            seen.formUnion(names)
        }
        let gone = Self.needs.values.reduce(into: Set<String>()) { $0.formUnion($1) }.subtracting(seen)
        #expect(gone == [], "these addresses are there no more")
    }

    // MARK: The walk of all roles

    /// The stories knock at every door as everybody: an address that has no door in their list is one that nobody tried.
    @Test func theWalkOfAllRolesMissesNoAddress() throws {
        // The API routes below its root itself, and lists its operations apart.
        let routes = try TestSite().server.routes.filter { !["/-/api", "/-/api/**"].contains($0.pattern) }
        // It would end the session of whoever knocks.
        var tried: Set<String> = ["POST /-/logout"]
        for door in Door.all(commit: "1234567", reading: .reader) where !door.isGit {
            let route = try #require(Self.route(of: door, among: routes), "\(door.method) \(door.address) leads nowhere")
            #expect(Self.least(route.need) == door.least, "\(door.method) \(door.address) stands at \(route.pattern)")
            tried.insert(Self.name(route))
        }
        #expect(Set(routes.map(Self.name)).subtracting(tried) == [], "give each a door in TestSupport/Door.swift")
    }

    /// A route as the walk counts it: a noun alone and with a page behind it are one.
    private static func name(_ route: SiteRoute) -> String {
        let pattern = route.pattern.hasSuffix("/**") ? String(route.pattern.dropLast(3)) : route.pattern
        return "\(route.method.rawValue) \(pattern.isEmpty ? "/" : pattern)"
    }

    /// The route that answers at a door: of those that fit, the one with the most words of its own.
    private static func route(of door: Door, among routes: [SiteRoute]) -> SiteRoute? {
        let path = door.address.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        func words(_ route: SiteRoute) -> [String] { route.pattern.split(separator: "/").map(String.init) }
        return routes.filter { $0.method.rawValue == door.method && fits(words($0)[...], path[...]) }
            .max { one, other in
                func own(_ route: SiteRoute) -> Int { words(route).count { !$0.hasPrefix("{") && $0 != "**" } * 10 - words(route).count }
                return own(one) < own(other)
            }
    }

    private static func fits(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let word = pattern.first else { return path.isEmpty }
        guard let segment = path.first else { return false }
        if word == "**" {
            return fits(pattern.dropFirst(), path.dropFirst()) || fits(pattern, path.dropFirst())
        }
        return (word == segment || word.hasPrefix("{")) && fits(pattern.dropFirst(), path.dropFirst())
    }

    /// The least rank that has what a route needs, on a wiki that its members read.
    private static func least(_ need: Need) -> Door.Rank {
        switch need {
        case .nothing: .stranger
        case .account, .permission(.read): .reader
        case .permission(.edit): .contributor
        case .permission(.review): .reviewer
        case .permission(.moderate), .permission(.invite): .moderator
        case .permission(.administer): .admin
        }
    }

    @Test func nothingIsChangedByGet() throws {
        let changing = try TestSite().server.routes.filter { $0.method == .get }
        for route in changing {
            // Whatever only does something has a form of its own at another address, or the same.
            for verb in ["revoke", "remove", "release", "confirm", "others", "role", "state", "link"] {
                #expect(!route.pattern.hasSuffix("/\(verb)"), "\(route.pattern)")
            }
        }
    }

    @Test func everyWayOfReadingIsClosedToStrangersOfAPrivateWiki() async throws {
        try await TestSite.with {
            $0.reading = .accounts
        } _: { site in
            for route in site.server.routes where !Self.open.contains(route.pattern) {
                let path = route.pattern.replacing("**", with: "Some/Page").replacing("{id}", with: "1234567").replacing(
                    "{name}", with: "ada"
                )
                .replacing("{secret}", with: "secret")
                let answer = try await site.send(route.method, path)
                let isAPI = path.hasPrefix("/-/api")
                let expected = isAPI ? [401] : [.get, .head].contains(route.method) ? [303] : [403, 415]
                #expect(expected.contains(answer.status), "\(route.method) \(path): \(answer.status)")
                if answer.status == 303 {
                    let isHome = path == "/"
                    #expect(isHome ? answer.location == "/-/login" : answer.location?.hasPrefix("/-/login?next=") == true, "\(path)")
                }
                #expect(!answer.text.contains("/-/recent"), "\(path)")
            }
        }
    }
}
