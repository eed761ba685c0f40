import Testing
import WikiCore

@testable import Community

@Suite struct PermissionsTests {
    private func account(_ role: Role, _ state: Account.State = .active) -> Account {
        Account(
            id: 7, name: "ada", displayName: "Ada", email: nil, isEmailConfirmed: false, role: role, state: state, created: 0,
            lastSeen: nil,
            commitEmail: nil)
    }

    private func allowed(_ permissions: Permissions, _ actor: Actor) -> Set<Permission> {
        Set(Permission.allCases.filter { permissions.allows($0, actor) })
    }

    /// What each role may do with a session, a key, a proxy's word, or a token of the widest scope.
    private static let table: [(Role, Set<Permission>)] = [
        (.reader, [.read]), (.contributor, [.read, .edit]), (.reviewer, [.read, .edit, .review]),
        (.moderator, [.read, .edit, .review, .moderate, .invite]),
        (.admin, [.read, .edit, .review, .moderate, .invite, .administer]),
    ]

    @Test(arguments: [ReadingMode.public, .accounts], [EditingMode.accounts, nil]) func eachRoleIncludesTheOneBefore(
        _ reading: ReadingMode, _ editing: EditingMode?
    ) {
        let permissions = Permissions(reading: reading, editing: editing)
        for (role, expected) in Self.table {
            for credential in [Actor.Credential.session("h"), .sshKey(1), .proxy, .token(1, .admin)] {
                #expect(allowed(permissions, Actor(account: account(role), credential: credential)) == expected)
            }
            let write = Actor(account: account(role), credential: .token(1, .write))
            #expect(allowed(permissions, write) == expected.intersection([.read, .edit, .review]))
            let read = Actor(account: account(role), credential: .token(1, .read))
            #expect(allowed(permissions, read) == [.read])
        }
    }

    @Test func strangers() {
        let nobody = Actor.nobody(mayEditOpenly: false)
        let trying = Actor.nobody(mayEditOpenly: true)
        #expect(allowed(Permissions(reading: .public, editing: .accounts), nobody) == [.read])
        #expect(allowed(Permissions(reading: .public, editing: nil), nobody) == [.read])
        #expect(allowed(Permissions(reading: .public, editing: nil), trying) == [.read, .edit])
        #expect(allowed(Permissions(reading: .public, editing: .open), nobody) == [.read, .edit])
        // Who may not read may not edit, either.
        for actor in [nobody, trying] {
            #expect(allowed(Permissions(reading: .accounts, editing: .open), actor).isEmpty)
            #expect(allowed(Permissions(reading: .accounts, editing: nil), actor).isEmpty)
        }
    }

    @Test func openEditingIsForReadersToo() {
        let open = Permissions(reading: .public, editing: .open)
        #expect(allowed(open, Actor(account: account(.reader), credential: .session("h"))) == [.read, .edit])
        // A token that only reads does not become an editor by that.
        #expect(allowed(open, Actor(account: account(.admin), credential: .token(1, .read))) == [.read])
        let trying = Actor(account: account(.admin), credential: .token(1, .read), mayEditOpenly: true)
        #expect(allowed(Permissions(reading: .public, editing: nil), trying) == [.read])
    }

    @Test(arguments: [Account.State.blocked, .disabled, .deleted]) func whoIsShutOutSeesWhatAllSee(_ state: Account.State) {
        for role in Role.allCases {
            let actor = Actor(account: account(role, state), credential: .session("h"), mayEditOpenly: true)
            #expect(allowed(Permissions(reading: .public, editing: .open), actor) == [.read])
            #expect(allowed(Permissions(reading: .accounts, editing: .open), actor).isEmpty)
            #expect(actor.role == nil)
        }
    }

    @Test func theEditorOfAnActor() {
        let admin = account(.admin)
        #expect(Actor.nobody(mayEditOpenly: true).editor == .nobody)
        for credential in [Actor.Credential.session("h"), .sshKey(1), .proxy, .token(1, .admin)] {
            #expect(Actor(account: admin, credential: credential).editor == .account(7, limit: .full))
        }
        #expect(Actor(account: admin, credential: .token(1, .write)).editor == .account(7, limit: .write))
        #expect(Actor(account: admin, credential: .token(1, .read)).editor == .nobody)
    }
}
