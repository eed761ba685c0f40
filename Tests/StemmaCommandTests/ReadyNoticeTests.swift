import Presentation
import Testing
import WebServer
import WikiCore

@testable import Community
@testable import StemmaCommand

@Suite("What a starting server says and watches")
struct ReadyNoticeTests {
    private func configuration(url: String? = nil, host: String = "127.0.0.1", port: Int = 8080) -> Configuration {
        var configuration = Configuration()
        configuration.site.name = "Garden"
        configuration.site.url = url
        configuration.server.host = host
        configuration.server.port = port
        return configuration
    }

    @Test func aWikiWithAnAdmin() {
        let notice = ReadyNotice(configuration: configuration(port: 0), secret: nil)
        #expect(notice.text(port: 4711) == "Garden is ready: http://localhost:4711")
    }

    @Test func theFirstAdminsLink() throws {
        let lines = ReadyNotice(configuration: configuration(port: 0), secret: "s3-cr_et").text(port: 4711).split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == "Garden is ready: http://localhost:4711")
        #expect(lines[1].hasSuffix(" http://localhost:4711/-/first-admin/s3-cr_et"), "\(lines[1])")
        let site = ReadyNotice(configuration: configuration(url: "https://garden.example/wiki/"), secret: "x").text(port: 8080)
        #expect(site.hasSuffix(" https://garden.example/wiki/-/first-admin/x"), "\(site)")
    }

    @Test(arguments: [
        ("127.0.0.1", "http://localhost:8080"), ("::", "http://localhost:8080"), ("0.0.0.0", "http://localhost:8080"),
        ("192.0.2.7", "http://192.0.2.7:8080"), ("2001:db8::1", "http://[2001:db8::1]:8080"), ("wiki.lan", "http://wiki.lan:8080"),
    ])
    func whereAServerIsFound(host: String, address: String) {
        #expect(PublicAddress(configuration(host: host)).absolute("") == address)
    }

    @Test func whoMayEdit() {
        var chosen = configuration()
        #expect(ReadyNotice(configuration: chosen, secret: nil).editing?.contains("site.url") == true)
        #expect(ReadyNotice(configuration: configuration(url: "https://a.example/"), secret: nil).editing?.contains("editing") == true)
        chosen.editing = .accounts
        #expect(ReadyNotice(configuration: chosen, secret: nil).editing == nil)
    }

    @Test(arguments: [
        ("https://garden.example/wiki/", "garden.example"), ("http://garden.example:8080/", "garden.example"),
        ("http://[2001:db8::1]:80/", "[2001:db8::1]"), (nil, nil),
    ])
    func theHostOfASite(url: String?, host: String?) {
        #expect(SiteAddress(url).host == host)
    }

    private func entry(_ id: Int64, _ actor: String?) -> AuditEntry {
        AuditEntry(id: id, time: 0, action: "account.created", actor: actor, actorID: nil, target: nil, address: nil, detail: nil)
    }

    @Test func onlyCommandsAreFollowed() {
        let log = [entry(9, "ada"), entry(8, "stemma"), entry(7, nil)]
        #expect(AccountWatch.mayConcernCredit(log, since: 7))
        #expect(!AccountWatch.mayConcernCredit(log, since: 8), "what was followed already")
        #expect(!AccountWatch.mayConcernCredit([], since: 0))
        #expect(AccountWatch.mayConcernCredit((1...50).reversed().map { entry($0, "ada") }, since: 0), "more than was looked at")
    }

    @Test func mailSettingsThatCannotBeUsed() throws {
        var letters = configuration(url: "https://garden.example/")
        let logger = Opening.logger(.critical)
        let none = try MailDelivery(letters, logger: logger)
        #expect(none == nil)
        letters.mailServer.host = "mail.garden.example"
        letters.mailServer.user = "wiki"
        let delivery = try MailDelivery(letters, logger: logger)
        #expect(delivery != nil)
        letters.mailServer.security = .none
        #expect(throws: Failure.self) { try MailDelivery(letters, logger: logger) }
    }
}
