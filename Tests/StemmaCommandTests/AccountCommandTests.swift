import ArgumentParser
import Community
import Testing

@testable import StemmaCommand

@Suite("Calls of the commands on accounts")
struct AccountCommandTests {
    @Test func addingSomebody() throws {
        let plain = try UserAdd.parse(["wiki", "ada"])
        #expect(plain.directory == "wiki" && plain.name == "ada" && plain.role == .contributor && plain.password == nil && !plain.link)
        let full = try UserAdd.parse([
            "wiki", "ada", "--role", "admin", "--email", "ada@example.org", "--display-name", "Ada L", "--password", "x",
        ])
        #expect(full.role == .admin && full.email == "ada@example.org" && full.displayName == "Ada L" && full.password == "x")
    }

    @Test(arguments: [
        ["wiki"], ["wiki", "ada", "--role", "king"], ["wiki", "ada", "--link", "--password", "x"], ["wiki", "ada", "admin"],
    ])
    func wrongWaysToAddSomebody(arguments: [String]) {
        #expect(throws: (any Error).self) { try UserAdd.parse(arguments) }
    }

    @Test(arguments: Role.allCases)
    func everyRoleHasAWord(role: Role) throws {
        #expect(try UserRole.parse(["wiki", "ada", role.rawValue]).role == role)
    }

    @Test func makingAToken() throws {
        let token = try TokenCreate.parse(["wiki", "ada", "--scope", "write", "--expires", "30", "--name", "Laptop"])
        #expect(token.scope == .write && token.expires == 30 && token.name == "Laptop")
        #expect(try TokenCreate.parse(["wiki", "ada", "--scope", "read"]).expires == 365)
    }

    @Test(arguments: [
        [], ["--scope", "all"], ["--scope", "read", "--expires", "0"], ["--scope", "read", "--expires", "1826"],
        ["--scope", "read", "--expires", "-1"], ["--scope", "read", "--expires", "soon"],
    ])
    func wrongWaysToMakeAToken(options: [String]) {
        #expect(throws: (any Error).self) { try TokenCreate.parse(["wiki", "ada"] + options) }
    }

    @Test func askingTheLog() throws {
        let call = try AuditCommand.parse(["wiki", "--limit", "5", "--actor", "ada", "--action", "push", "--json"])
        #expect(call.limit == 5 && call.actor == "ada" && call.action == "push" && call.json)
        #expect(throws: (any Error).self) { try AuditCommand.parse(["wiki", "--limit", "0"]) }
    }

    @Test func everyCommandExplainsItself() {
        func check(_ command: any ParsableCommand.Type) {
            let help = command.helpMessage(columns: 80)
            #expect(!command.configuration.abstract.isEmpty && command.configuration.abstract.hasSuffix("."), "\(command)")
            for line in help.split(separator: "\n") where !line.hasPrefix("USAGE") {
                #expect(line.unicodeScalars.count <= 80, "\(command): \(line)")
            }
            for inner in command.configuration.subcommands { check(inner) }
        }
        check(Stemma.self)
    }
}
