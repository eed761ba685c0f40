import Git
import Synchronization
import WikiCore

@testable import Community

/// Everything that changes something, each thing once, in an order in which all of it succeeds.
struct Everything: Sendable {
    private struct Made: Sendable {
        var ada: Int64 = 0
        var ben: Int64 = 0
        var session = ""
        var token: Int64 = 0
        var key: Int64 = 0
        var invitation = ""
        var invitationID: Int64 = 0
        var confirmation = ""
        var reset = ""
        var push: Int64 = 0
    }

    private let company: Company
    private let made = Mutable(Made())

    init(_ company: Company) {
        self.company = company
    }

    func happen() async throws {
        try await prepare()
        for act in acts { try await act() }
        _ = try? await company.login("ada", "wrong password")
    }

    /// Makes what the acts need.
    func prepare() async throws {
        let members = company.members
        let admin = try await company.person("root-admin", .admin)
        let ada = try await company.person("ada", email: "ada@example.org")
        let ben = try await company.person("ben")
        _ = try await members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        let session = try await members.sessions.list(account: ada.id)[0].handle
        let token = try await members.tokens.create(account: ada.id, name: "t", scope: .write, by: ada.asking).token.id
        let key = try await members.keys.add(account: ada.id, text: SampleKeys.p256, by: ada.asking).id
        let end = company.clock.now + 3600
        let invited = try await members.invitations.invite([nil, nil], role: .reader, expires: end, by: admin.asking)
        try await members.addresses.claim("mail@example.org", for: ada.id, by: ada.asking)
        try await members.addresses.claim("word@example.org", for: ada.id, by: ada.asking)
        let confirmation = try await members.links.make(.confirmAddress(account: ada.id, email: "mail@example.org"), by: ada.asking)
        let reset = try await members.links.make(.resetPassword(account: ben.id), by: .program)
        let commit = PushedCommit(id: .zero, people: [CommitPerson(name: "Ada", email: "ada@example.org")])
        let push = try await members.pushes.record(name: "x", old: nil, new: .zero, commits: [commit], by: ben.asking).id
        made.change {
            $0 = Made(
                ada: ada.id, ben: ben.id, session: session, token: token, key: key, invitation: invited[0].secret,
                invitationID: invited[1].invitation.id, confirmation: confirmation, reset: reset, push: push)
        }
    }

    /// One call each.
    var acts: [@Sendable () async throws -> Void] {
        people + credentials + joining
    }

    private var ada: AuditContext { AuditContext(actor: "ada", actorID: made.current.ada, address: Company.address) }

    private var people: [@Sendable () async throws -> Void] {
        let (members, it, ada) = (company.members, made.current, ada)
        return [
            { _ = try await company.login("ada") },
            { try await members.accounts.setDisplayName("Ada L.", of: it.ada, by: ada) },
            { try await members.accounts.setRanked(false, of: it.ada, by: ada) },
            { try await members.accounts.setRole(.reviewer, of: it.ada, by: .program) },
            { try await members.addresses.claim("new@example.org", for: it.ada, by: ada) },
            { try await members.addresses.confirm("word@example.org", of: it.ada, by: .program) },
            { _ = try await members.links.confirmAddress(it.confirmation, as: it.ada, by: ada) },
            { try await members.addresses.setPrimary("mail@example.org", of: it.ada, by: ada) },
            { try await members.addresses.setShown("ada@example.org", of: it.ada, by: ada) },
            { try await members.addresses.release("word@example.org", of: it.ada, by: ada) },
            { _ = try await members.pushes.confirm(it.push, by: ada) },
            { try await members.pushes.record(name: "x", old: nil, new: .zero, commits: [], by: ada) },
            { try await members.pushes.withdraw(it.push, by: ada) },
        ]
    }

    private var credentials: [@Sendable () async throws -> Void] {
        let (members, it, ada) = (company.members, made.current, ada)
        return [
            { try await members.sessions.end(it.session, of: it.ada, by: ada) },
            { try await members.sessions.endAll(of: it.ada, by: ada) },
            { _ = try await members.tokens.create(account: it.ada, name: "new", scope: .admin, by: ada) },
            { try await members.tokens.revoke(it.token, of: it.ada, by: ada) },
            { try await members.keys.add(account: it.ada, text: SampleKeys.ed25519, by: ada) },
            { try await members.keys.remove(it.key, of: it.ada, by: ada) },
            { try await members.accounts.setPassword(of: it.ada, to: "another password", by: ada) },
            { _ = try await members.links.resetPassword(it.reset, to: "a fine password", address: Company.address) },
            { _ = try await members.links.make(.resetPassword(account: it.ben), by: .program) },
        ]
    }

    private var joining: [@Sendable () async throws -> Void] {
        let (members, it) = (company.members, made.current)
        let end = company.clock.now + 60
        return [
            {
                _ = try await members.invitations.accept(
                    it.invitation, name: "gwen", displayName: "", password: "a fine password", address: Company.address)
            },
            { try await members.invitations.revoke(it.invitationID, by: .program) },
            { _ = try await members.invitations.invite(["a@example.org", "b@example.org"], role: .reader, expires: end, by: .program) },
            {
                _ = try await members.accounts.register(
                    name: "stranger", displayName: "", email: "s@example.org", password: "a fine password", address: Company.address)
            },
            { _ = try await members.accounts.signOn(name: "proxied", address: Company.address) },
            { _ = try await members.accounts.askReset("ada", address: Company.address) },
            { try await members.accounts.setState(.blocked, of: it.ben, by: .program) },
            { try await members.accounts.delete(it.ben, by: .program) },
            { try await company.person("last") },
        ]
    }
}
