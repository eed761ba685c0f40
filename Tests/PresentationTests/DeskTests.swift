import Testing
import Wording

@testable import Presentation

/// Screens of accounts are whole, keep secrets, and say what is wrong beside the field that is.
struct DeskTests {
    private func render(_ view: DeskView, language: String = "en", change: (inout LayoutView) -> Void = { _ in }) throws -> String {
        var layout = LayoutView(siteName: "s", title: view.heading, in: try SampleShelf.context(language))
        change(&layout)
        return try SampleShelf.theme().page(view, in: layout)
    }

    @Test func allFormsAreSentWithATokenAndHaveOneMainButton() throws {
        let samples = try SampleShelf.screens()
        for sample in samples.accounts + samples.administration {
            let page = try SampleShelf.theme().page(sample.screen, in: sample.layout)
            let forms = page.matches(of: /<form [^>]*method="post"[\s\S]*?<\/form>/).map { String($0.0) }
            #expect(forms.allSatisfy { $0.contains("name=\"csrf\" value=\"token\"") }, "\(sample.name)")
            let panels = page.matches(of: /<form class="panel"[\s\S]*?<\/form>/)
            #expect(panels.count <= 1, "\(sample.name) has several things to do first")
        }
    }

    @Test(arguments: ["en", "de"]) func everyScreenHasItsWords(language: String) throws {
        let samples = try SampleShelf.screens(language)
        for sample in samples.accounts + samples.administration {
            let page = try SampleShelf.theme().page(sample.screen, in: sample.layout)
            let keys = page.matches(of: />\s*([a-z][a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)\s*</).map { String($0.1) }
            // Neither is a phrase: an action that has no words yet, and the name of a setting.
            #expect(keys.allSatisfy { ["of.another.version", "export.folder"].contains($0) }, "\(sample.name): \(keys)")
        }
    }

    @Test func passwordsAreNeverGivenBackAndFieldsSayWhatTheyAre() throws {
        let context = try SampleShelf.context()
        let login = try render(
            DeskView.login(name: "ada", next: "/", isAskedFor: false, offersRegistration: false, csrf: "t", in: context))
        let password = try #require(login.firstMatch(of: /<input [^>]*type="password"[^>]*>/)).0
        #expect(password.contains("value=\"\"") && password.contains("autocomplete=\"current-password\""))
        #expect(login.contains("value=\"ada\"") && login.contains("autocomplete=\"username\""))
        let reset = try render(DeskView.reset(secret: "s", csrf: "t", in: context))
        #expect(reset.contains("autocomplete=\"new-password\""))
        #expect(reset.contains("action=\"/-/reset/s\""))
    }

    @Test func aFaultStandsBesideItsField() throws {
        let context = try SampleShelf.context()
        let view = DeskView.reset(secret: "s", csrf: "t", in: context)
        let page = try render(try #require(view.marking("password", "Too \"short\".")))
        #expect(page.contains("aria-describedby=\"field-password-error\" aria-invalid=\"true\""))
        #expect(page.contains("id=\"field-password-error\">Too &quot;short&quot;.</p>"))
        #expect(!page.contains("field-password-hint"))
        #expect(view.marking("email", "x") == nil)
    }

    @Test func everyWayToAnAccountSaysThatNamesStay() throws {
        let context = try SampleShelf.context()
        let sentence = context.words.text("register.names")
        for way in [DeskView.RegistrationWay.open, .invitation(secret: "s", by: nil, note: nil), .firstAdmin(secret: "s")] {
            let view = DeskView.registration(way, draft: .init(), siteName: "s", csrf: "t", in: context)
            #expect(try render(view).contains(sentence))
        }
        #expect(try render(DeskView.deletion(name: "ada", asksPassword: true, csrf: "t", in: context)).contains(sentence))
    }

    @Test func theHeaderKnowsWhoReads() throws {
        let context = try SampleShelf.context()
        let view = DeskView.message("h", ["s"])
        let stranger = try render(view) { $0.visitor = VisitorView(loginFrom: "/A?x", in: context) }
        #expect(stranger.contains("href=\"/-/login?next=%2FA%3Fx\""))
        #expect(!stranger.contains("/-/settings\"") && !stranger.contains("id=\"logout\""))
        let ada = try render(view) {
            $0.visitor = VisitorView(name: "Ada <b>", csrf: "t", admin: nil, isAwaited: false, in: context)
        }
        #expect(ada.contains("<bdi>Ada &lt;b&gt;</bdi>") && ada.contains("href=\"/-/settings\""))
        #expect(ada.contains("form=\"logout\"") && ada.contains("<form id=\"logout\" method=\"post\" action=\"/-/logout\">"))
        #expect(!ada.contains("/-/admin/") && !ada.contains("/-/login"))
        let byProxy = try render(view) {
            $0.visitor = VisitorView(name: "Ada", csrf: nil, admin: "/-/admin/people", isAwaited: true, in: context)
        }
        #expect(!byProxy.contains("logout"))
        #expect(byProxy.contains("class=\"dot\"") && byProxy.contains(context.words.text("nav.awaited")))
    }

    @Test func whoMayNotReadIsOfferedNothingElse() throws {
        let page = try render(DeskView.message("h", ["s"])) { $0.isReadable = false }
        #expect(!page.contains("/-/recent") && !page.contains("/-/pages") && !page.contains("role=\"search\""))
    }

    @Test(arguments: [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge, Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone"
        ),
        ("curl/8.5.0", "curl"), ("", "An unknown device"), ("\u{301}\u{0}", "An unknown device"),
    ])
    func devicesHaveShortNames(agent: String, name: String) throws {
        #expect(DeviceName(agent: agent).text(try SampleShelf.words()) == name)
    }

    @Test func administrationBeginsWhereThePersonMayGo() {
        let urls = SiteURL()
        #expect(AdminPages([]).entry(urls) == nil)
        #expect(AdminPages([.credits]).entry(urls) == "/-/admin/credits")
        #expect(AdminPages([.credits, .people, .invitations]).entry(urls) == "/-/admin/people")
    }
}
