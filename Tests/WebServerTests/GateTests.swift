import HTTPTypes
import Presentation
import Testing
import WikiCore

@testable import Community
@testable import WebServer

/// The gate says the same for every address with the same need, for every role and every way to come in.
struct GateTests {
    private func account(_ role: Role, _ state: Account.State = .active) -> Account {
        Account(
            id: 7, name: "ada", displayName: "Ada", email: nil, isEmailConfirmed: false, role: role, state: state, created: 0,
            lastSeen: nil,
            commitEmail: nil)
    }

    private func gate(_ reading: ReadingMode = .public, _ editing: EditingMode? = .accounts) -> Gate {
        Gate(permissions: Permissions(reading: reading, editing: editing), reason: editing == nil ? .unconfigured : nil, urls: SiteURL())
    }

    private let stranger = Actor.nobody(mayEditOpenly: false)

    /// The lowest role that has a permission.
    private let lowest: [(Need, Role)] = [
        (.read, .reader), (.edit, .contributor), (.review, .reviewer), (.moderate, .moderator), (.invite, .moderator),
        (.administer, .admin),
    ]

    @Test(arguments: Role.allCases) func aRoleOpensWhatItIncludes(role: Role) {
        let actor = Actor(account: account(role), credential: .session("h"))
        for (need, least) in lowest {
            #expect(gate(.accounts).verdict(need, actor) == (role >= least ? .allowed : .forbidden), "\(need)")
        }
        #expect(gate().verdict(.account, actor) == .allowed)
        #expect(gate().verdict(.nothing, actor) == .allowed)
    }

    @Test func strangersAreAskedToLogIn() {
        for (need, _) in lowest { #expect(gate(.accounts).verdict(need, stranger) == .loginNeeded, "\(need)") }
        #expect(gate().verdict(.read, stranger) == .allowed)
        #expect(gate().verdict(.edit, stranger) == .loginNeeded)
        #expect(gate().verdict(.account, stranger) == .loginNeeded)
        #expect(gate(.public, .open).verdict(.edit, stranger) == .allowed)
        #expect(gate(.accounts, .open).verdict(.edit, stranger) == .loginNeeded)
    }

    @Test func beforeAnybodyChoseOnlyATrialEdits() {
        #expect(gate(.public, nil).verdict(.edit, stranger) == .readOnly)
        #expect(gate(.accounts, nil).verdict(.edit, stranger) == .loginNeeded)
        #expect(gate(.public, nil).verdict(.edit, .nobody(mayEditOpenly: true)) == .allowed)
        #expect(gate(.public, nil).verdict(.administer, .nobody(mayEditOpenly: true)) == .loginNeeded)
    }

    @Test(arguments: TokenScope.allCases) func aTokenOpensNoMoreThanItsScope(scope: TokenScope) {
        let actor = Actor(account: account(.admin), credential: .token(1, scope))
        #expect(gate(.accounts).verdict(.read, actor) == .allowed)
        #expect(gate().verdict(.edit, actor) == (scope == .read ? .forbidden : .allowed))
        #expect(gate().verdict(.administer, actor) == (scope == .admin ? .allowed : .forbidden))
        // A token cannot make another, or take the account over.
        #expect(gate().verdict(.account, actor) == .forbidden)
    }

    @Test(arguments: [Account.State.blocked, .disabled, .deleted]) func whoeverIsShutOutReadsWhatAllRead(state: Account.State) {
        let actor = Actor(account: account(.admin, state), credential: .session("h"))
        #expect(gate().verdict(.read, actor) == .allowed)
        #expect(gate(.accounts).verdict(.read, actor) == .blocked)
        for need in [Need.edit, .review, .administer, .account] { #expect(gate().verdict(need, actor) == .blocked, "\(need)") }
    }

    @Test func refusalsHaveTheirStatusAndTheirSentence() {
        let gate = gate()
        #expect(gate.refusal(.loginNeeded, .read, isAPI: true) == .tokenNeeded)
        #expect(gate.refusal(.loginNeeded, .edit, isAPI: false).status == .forbidden)
        #expect(gate.refusal(.forbidden, .administer, isAPI: false).code == "gate.administer")
        #expect(gate.refusal(.forbidden, .account, isAPI: true).code == "gate.account")
        #expect(gate.refusal(.readOnly, .edit, isAPI: true).code == "notice.readOnly.unconfigured")
        #expect(gate.refusal(.blocked, .edit, isAPI: true).status == .forbidden)
    }
}
