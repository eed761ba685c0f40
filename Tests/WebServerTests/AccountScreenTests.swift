import Community
import HTTPTypes
import Testing
import WikiCore

@testable import WebServer

/// Coming in, going out, and what stays with the person.
struct AccountScreenTests {
    @Test func loggingInLeadsOnAndLoggingOutEndsTheSession() async throws {
        try await TestSite.with { site in
            try await site.person("ada", .contributor)
            let ada = Browser(site)
            let answer = try await ada.login("ada", next: "/-/settings")
            #expect(answer.status == 303 && answer.location == "/-/settings")
            let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix("stemma-session=") }
            #expect(cookie?.contains("HttpOnly") == true && cookie?.contains("SameSite=Lax") == true)
            let settings = try await ada.get("/-/settings")
            #expect(settings.status == 200 && settings.headers[.cacheControl] == "no-store")
            #expect(settings.text.contains("form=\"logout\""))
            let session = ada.cookies
            #expect(try await ada.post("/-/logout", [], token: settings.formToken ?? "").status == 303)
            #expect(ada.cookies["stemma-session"] == nil)
            // The old cookie opens nothing any more.
            let thief = try await site.send(
                .get, "/-/settings", fields: [.cookie: session.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")])
            #expect(thief.status == 303)
        }
    }

    @Test(arguments: ["//evil.example", "/\\evil.example", "https://evil.example", "/.//evil.example", "javascript:x"])
    func loggingInLeadsToNoOtherSite(next: String) async throws {
        try await TestSite.with { site in
            try await site.person("ada", .contributor)
            #expect(try await Browser(site).login("ada", next: next).location == "/")
            let asked = try await Browser(site).get("/-/login?next=\(PercentCoding.encoded(next.utf8))")
            #expect(asked.text.contains("name=\"next\" value=\"/\""))
        }
    }

    @Test func aLoginNeedsItsTokenAndSaysNothingOfWhatWasWrong() async throws {
        try await TestSite.with { site in
            try await site.person("ada", .contributor)
            let ada = Browser(site)
            let form = [("name", "ada"), ("password", TestSite.password)]
            #expect(try await ada.post("/-/login", form, token: "x").status == 403)
            #expect(ada.cookies["stemma-session"] == nil)
            let wrong = try await ada.post("/-/login", [("name", "ada"), ("password", "not the password")])
            let unknown = try await ada.post("/-/login", [("name", "eve"), ("password", "not the password")])
            #expect(wrong.status == unknown.status && wrong.status == 403)
            #expect(wrong.text.contains("value=\"ada\""))
            #expect(wrong.text == unknown.text.replacing("value=\"eve\"", with: "value=\"ada\""))
            var foreign = HTTPFields()
            foreign[.origin] = "https://evil.example"
            ada.fields = foreign
            #expect(try await ada.post("/-/login", form).status == 403)
            #expect(ada.cookies["stemma-session"] == nil)
        }
    }

    @Test func behindHttpsTheCookieIsBoundToTheHost() async throws {
        try await TestSite.with {
            $0.site.url = "https://wiki.example/"
        } _: { site in
            try await site.person("ada", .contributor)
            let answer = try await Browser(site).login("ada")
            let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-stemma-session=") }
            #expect(cookie?.contains("; Secure") == true && cookie?.contains("Path=/") == true)
        }
    }

    @Test func whatOnePersonSeesStaysWithThem() async throws {
        try await TestSite.with { site in
            try await site.person("ada", .contributor)
            let ada = Browser(site)
            try await ada.login("ada")
            let page = try await ada.get("/-/recent")
            #expect(page.headers[.cacheControl] == "private, no-cache")
            #expect(page.text.contains("<bdi>ada</bdi>"))
            let stranger = try await Browser(site).get("/-/recent")
            #expect(stranger.headers[.cacheControl] == "no-cache")
            #expect(!stranger.text.contains("<bdi>ada</bdi>") && stranger.text.contains("/-/login?next="))
        }
    }

    @Test func registrationFollowsTheSetting() async throws {
        for (mode, isOpen) in [(RegistrationMode.open, true), (.invitation, false), (.closed, false)] {
            try await TestSite.with {
                $0.registration = mode
            } _: { site in
                let ada = Browser(site)
                let page = try await ada.get("/-/register")
                #expect(page.text.contains("name=\"password\"") == isOpen)
                let form = [("name", "ada"), ("displayName", "Ada"), ("email", ""), ("password", TestSite.password)]
                let answer = try await ada.post("/-/register", form)
                #expect((answer.status == 303) == isOpen)
                #expect((try await site.members.accounts.account(name: "ada") != nil) == isOpen)
            }
        }
    }

    @Test func theFirstAdminComesByALinkThatWorksOnce() async throws {
        try await TestSite.with { site in
            let secret = try await site.members.links.make(.firstAdmin, by: .program)
            let ada = Browser(site)
            let page = try await ada.get("/-/first-admin/\(secret)")
            #expect(page.status == 200)
            #expect(page.headers[.referrerPolicy] == "no-referrer" && page.headers[.cacheControl] == "no-store")
            let form = [("name", "ada"), ("displayName", ""), ("email", ""), ("password", TestSite.password)]
            // Browsers that do not say whose page it was send an origin of null from here.
            ada.fields[.origin] = "null"
            #expect(try await ada.post("/-/first-admin/\(secret)", form, token: page.formToken ?? "").status == 303)
            ada.fields[.origin] = nil
            #expect(try await ada.get("/-/admin/people").status == 200)
            #expect(try await Browser(site).get("/-/first-admin/\(secret)").status == 404)
        }
    }

    @Test func anInvitationIsMadeHandedOnAndAccepted() async throws {
        try await TestSite.with { site in
            try await site.person("mod", .moderator)
            let host = Browser(site)
            try await host.login("mod")
            let made = try await host.post(
                "/-/admin/invitations",
                [("addresses", "Ada <ada@example.org>, rob@example.org"), ("role", "contributor"), ("days", "14"), ("note", "Hi <b>")])
            let links = made.text.matches(of: /http:\/\/wiki\.example(\/-\/invitation\/[A-Za-z0-9_-]+)/).map { String($0.1) }
            #expect(links.count == 2)
            let link = try #require(links.first)
            let ada = Browser(site)
            #expect(try await ada.get(link).text.contains("Hi &lt;b&gt;"))
            let form = [("name", "ada"), ("displayName", "Ada"), ("password", TestSite.password)]
            #expect(try await ada.post(link, form).status == 303)
            #expect(try await site.members.accounts.account(name: "ada")?.role == .contributor)
            #expect(try await ada.get("/-/admin/invitations").status == 403)
            // A moderator makes no admins.
            let high = try await host.post("/-/admin/invitations", [("addresses", "x@example.org"), ("role", "admin"), ("days", "3")])
            #expect(high.status == 403)
        }
    }

    @Test func aTokenIsShownOnceOpensTheAPIAndIsRevoked() async throws {
        try await TestSite.with {
            $0.reading = .accounts
        } _: { site in
            try await site.person("ada", .contributor)
            let ada = Browser(site)
            try await ada.login("ada")
            let made = try await ada.post("/-/settings/tokens", [("name", "laptop"), ("scope", "read"), ("days", "30")])
            let token = try #require(made.text.firstMatch(of: /value="(stm_[A-Za-z0-9_-]+)"/).map { String($0.1) })
            let page = try await ada.get("/-/settings/tokens")
            #expect(!page.text.contains(token) && page.text.contains("laptop"))
            let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
            #expect(try await site.send(.get, "/-/api/v1/pages", fields: bearer).status == 200)
            let write = try await site.send(.put, "/-/api/v1/pages/A", fields: bearer, body: "{\"markdown\":\"x\"}")
            #expect(write.status == 403)
            #expect(try await site.send(.get, "/-/settings", fields: bearer).status == 403)
            let id = try #require(page.text.firstMatch(of: /name="token" value="(\d+)"/)?.1)
            #expect(try await ada.post("/-/settings/tokens/revoke", [("token", String(id))], from: "/-/settings/tokens").status == 303)
            let dead = try await site.send(.get, "/-/api/v1/pages", fields: bearer)
            #expect(dead.status == 401 && dead.text.contains("bad-token"))
            #expect(dead.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        }
    }

    @Test func aCookieAloneChangesNothingThroughTheAPI() async throws {
        try await TestSite.with { site in
            try await site.person("ada", .contributor)
            let ada = Browser(site)
            try await ada.login("ada")
            let json: HTTPFields = [.contentType: "application/json"]
            let body = "{\"markdown\":\"x\"}"
            let plain = try await ada.send(.put, "/-/api/v1/pages/A", json, body: body)
            #expect(plain.status == 403 && plain.text.contains("stale-token"))
            let nobody = try await site.send(.put, "/-/api/v1/pages/A", fields: json, body: body)
            #expect(nobody.status == 401 && nobody.text.contains("login-needed"))
        }
    }

    @Test func aFormOfSomebodyWhoseSessionEndedComesBackWithItsText() async throws {
        try await TestSite.with {
            $0.reading = .accounts
        } _: { site in
            let form = [("markdown", "My words </textarea>"), ("summary", "why"), ("base", "")]
            let answer = try await Browser(site).post("/-/edit/Some/Page", form, token: "x")
            #expect(answer.status == 403)
            #expect(answer.text.contains("My words &lt;/textarea&gt;") && answer.text.contains("data-problem=\"signedOut\""))
            #expect(answer.text.contains("value=\"why\"") && answer.text.contains("href=\"/-/login\""))
        }
    }

    @Test func aProxysWordCountsFromTheProxyAlone() async throws {
        let configure: (inout Configuration) -> Void = {
            $0.reading = .accounts
            $0.registration = .open
            $0.proxies.trusted = ["192.0.2.9"]
            $0.proxies.userHeader = "X-User"
        }
        try await TestSite.with(configure) { site in
            let name = try #require(HTTPField.Name("X-User"))
            let forged = try await site.send(.get, "/-/recent", fields: [name: "ada"], peer: "192.0.2.1")
            #expect(forged.status == 303)
            let real = try await site.send(.get, "/-/recent", fields: [name: "ada"], peer: "192.0.2.9")
            #expect(real.status == 200 && real.text.contains("<bdi>ada</bdi>"))
            #expect(!real.text.contains("form=\"logout\""), "the proxy signs out")
            let ada = try #require(try await site.members.accounts.account(name: "ada"))
            #expect(ada.role == .contributor)
            let page = try await site.send(.get, "/-/register", peer: "192.0.2.1")
            #expect(!page.text.contains("type=\"password\""), "who comes by the proxy makes no password")
            let form = "name=eve&password=\(TestSite.password)"
            #expect(try await site.send(.post, "/-/register", body: form, peer: "192.0.2.1").status == 200)
            #expect(try await site.members.accounts.account(name: "eve") == nil)
        }
        try await TestSite.with {
            configure(&$0)
            $0.reading = .public
        } _: { site in
            let name = try #require(HTTPField.Name("X-User"))
            let ada = try await site.person("ada", .contributor)
            try await site.members.accounts.setState(.blocked, of: ada.id, by: .program)
            for (path, status) in [("/-/recent", 200), ("/-/settings", 403), ("/-/edit/Some", 403)] {
                let answer = try await site.send(.get, path, fields: [name: "ada"], peer: "192.0.2.9")
                #expect(answer.status == status, "blocked, she reads what everybody reads: \(path)")
            }
        }
        try await TestSite.with {
            configure(&$0)
            $0.registration = .invitation
        } _: { site in
            let name = try #require(HTTPField.Name("X-User"))
            let answer = try await site.send(.get, "/-/recent", fields: [name: "ada"], peer: "192.0.2.9")
            #expect(answer.status == 403 && answer.text.contains("ada"))
            #expect(try await site.members.accounts.account(name: "ada") == nil)
        }
    }
}
