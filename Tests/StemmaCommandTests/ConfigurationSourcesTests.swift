import Testing
import WikiCore

@testable import StemmaCommand

@Suite("Configuration from all sources")
struct ConfigurationSourcesTests {
    private func sentence(_ sources: ConfigurationSources) -> String? {
        do {
            _ = try sources.configuration()
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test func nothingGivesTheDefaults() throws {
        #expect(try ConfigurationSources().configuration() == Configuration())
    }

    @Test func laterSourcesWin() throws {
        let file = "site: {name: File, license: CC0}\nserver: {port: 1, host: file.example}\n"
        let environment = ["STEMMA_SERVER_PORT": "2", "STEMMA_SERVER_HOST": "environment.example"]
        let all = try ConfigurationSources(file: file, environment: environment, flags: ["server.port": "3"]).configuration()
        #expect(all.site.name == "File")
        #expect(all.server.host == "environment.example")
        #expect(all.server.port == 3)
    }

    @Test func anOverriddenMistakeIsStillAMistake() {
        #expect(sentence(.init(file: "server.port: many", flags: ["server.port": "3"])) != nil)
    }

    @Test func everyKeyCanComeFromTheEnvironment() throws {
        for key in ConfigurationKey.all where !key.defaultText.isEmpty {
            let configuration = try ConfigurationSources(environment: [key.variable: key.defaultText]).configuration()
            #expect(configuration == Configuration(), "\(key.variable)=\(key.defaultText)")
        }
    }

    @Test func emptyAndReservedVariablesAreLeftAlone() throws {
        let environment = ["STEMMA_SITE_NAME": "", "STEMMA_TEST_WORKER": "x", "HOME": "/", "STEMMATA": "x"]
        #expect(try ConfigurationSources(environment: environment).configuration() == Configuration())
    }

    @Test func unknownVariablesNameTheNearest() {
        #expect(
            sentence(.init(environment: ["STEMMA_SITE_ULR": "x"]))
                == "environment variable STEMMA_SITE_ULR: there is no setting “STEMMA_SITE_ULR”; the nearest is “STEMMA_SITE_URL”.")
    }

    @Test func wrongValuesNameVariableAndFlag() {
        #expect(sentence(.init(environment: ["STEMMA_LOG_LEVEL": "loud"]))?.hasPrefix("environment variable STEMMA_LOG_LEVEL: ") == true)
        #expect(sentence(.init(flags: ["server.port": "70000"]))?.hasPrefix("flag --port: “server.port” takes") == true)
    }

    @Test func valuesGoWhereTheirKeySays() throws {
        let file = """
            editing: open
            home: Start/Here/
            pages: {root: docs/}
            links: {wikilinks: text-first, prefixes: [/wiki/, "https://old.example/w"], base: "https://example.org"}
            workers: {count: 3, time-limit: 500 ms, memory: 1 GiB}
            limits: {page: 1 MiB, embed-depth: 2}
            log: {level: debug}
            """
        let read = try ConfigurationSources(file: file).configuration()
        var expected = Configuration()
        expected.editing = .open
        expected.pages.home = "Start/Here"
        expected.pages.root = "docs"
        expected.links.wikilinks = .textFirst
        expected.links.prefixes = ["/wiki/", "https://old.example/w/"]
        expected.links.base = "https://example.org/"
        expected.workers.count = 3
        expected.workers.timeLimit = .milliseconds(500)
        expected.workers.memory = 1 << 30
        expected.limits.page = 1 << 20
        expected.limits.embedDepth = 2
        expected.log.level = .debug
        #expect(read == expected)
    }

    @Test func valuesOfPeopleMailAndProxies() throws {
        let file = """
            reading: accounts
            registration: open
            push: {identity: strict}
            mail: {host: mail.example.org, port: 465, security: tls, user: wiki, password: "  p:w #1", from: wiki@example.org}
            proxies: {trusted: [10.0.0.0/8, "::1"], user-header: Remote-User}
            audit: {address-days: 7}
            limits: {push: 1 GiB}
            """
        let read = try ConfigurationSources(file: file).configuration()
        #expect(read.reading == .accounts && read.registration == .open && read.push.identity == .strict)
        #expect(read.proxies.trusted == ["10.0.0.0/8", "::1"] && read.proxies.userHeader == "Remote-User")
        #expect(read.audit.addressDays == 7 && read.limits.push == 1 << 30)
        let mail = try #require(read.mail)
        #expect(mail.host == "mail.example.org" && mail.port == 465 && mail.security == .tls && mail.user == "wiki")
        #expect(mail.password == "  p:w #1" && mail.from == "wiki@example.org")
        #expect(try ConfigurationSources(file: "reading: public").configuration() == Configuration())
    }

    @Test func valuesOfTheExport() throws {
        let file = """
            export: {folder: public/, base-url: "https://garden.example", history: full, gzip: true, redirects: true, theme: ./mine}
            """
        let read = try ConfigurationSources(file: file).configuration().export
        var expected = Configuration.Export()
        expected.folder = "public"
        expected.baseURL = "https://garden.example/"
        expected.history = .full
        expected.gzip = true
        expected.redirects = true
        expected.theme = "./mine"
        #expect(read == expected)
        #expect(sentence(.init(file: "export.folder: ../elsewhere"))?.contains("takes the path of a folder, without “..”") == true)
        #expect(sentence(.init(file: "export.history: some"))?.contains("takes none, recent or full") == true)
    }

    @Test func mailNeedsAHostAndKnowsASender() throws {
        #expect(try ConfigurationSources(file: "mail: {port: 25, from: a@b.example}").configuration().mail == nil)
        let file = "identity.domain: wiki.example\nmail.host: localhost\n"
        #expect(try ConfigurationSources(file: file).configuration().mail?.from == "wiki@wiki.example")
    }

    @Test func nothingPrintsAPassword() throws {
        let secret = "hunter2"
        let configuration = try ConfigurationSources(environment: ["STEMMA_MAIL_PASSWORD": secret, "STEMMA_MAIL_HOST": "h"]).configuration()
        #expect(configuration.mail?.password == secret)
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] { #expect(!text.contains(secret)) }
        let wrong = [
            ConfigurationSources(file: "mail.password: [\(secret)]"), ConfigurationSources(file: "mail: {password: {\(secret): 1}}"),
            ConfigurationSources(environment: ["STEMMA_MAIL_PASSWORD": secret + "\n"]),
            ConfigurationSources(file: "mail.password: \(secret)\nmail: {password: \(secret)}"),
        ]
        for sources in wrong {
            let told = try #require(self.sentence(sources))
            #expect(told.contains("mail.password") && !told.contains(secret))
        }
    }
}
