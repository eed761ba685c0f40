import Git
import Synchronization
import WikiCore

/// A credit book that a test writes in, and that counts what it is asked.
final class NoteBook: CreditBook {
    private struct State {
        var accounts: [String: CreditedAccount] = [:]
        /// Commits in which somebody waits, with the addresses that do not.
        var waiting: [ObjectID: Set<String>] = [:]
        var asked: [String] = []
        var askedCommits: [ObjectID] = []
        var askedPeople: [String] = []
        var names: Set<String> = []
    }

    private let state = Mutex(State())

    /// Writes down whose an address is; nil for nobody's.
    func write(_ email: String, _ account: CreditedAccount?) {
        state.withLock { $0.accounts[email.lowercased()] = account }
    }

    /// Writes down that all whom a commit names wait, but for some addresses, or that nobody does.
    func write(_ commit: ObjectID, isUnconfirmed: Bool, confirmed: Set<String> = []) {
        state.withLock { $0.waiting[commit] = isUnconfirmed ? confirmed : nil }
    }

    /// Writes down that an account has a name, or no account any more.
    func write(accountName name: String, isTaken: Bool) {
        state.withLock { state in
            if isTaken { state.names.insert(name) } else { state.names.remove(name) }
        }
    }

    func isAccountName(_ key: String) -> Bool { state.withLock { $0.names.contains(key) } }

    func credit(email: String) -> CreditedAccount? {
        state.withLock { state in
            state.asked.append(email)
            return state.accounts[email.lowercased()]
        }
    }

    func unconfirmed(among commits: [ObjectID]) -> Set<ObjectID> {
        state.withLock { state in
            state.askedCommits += commits
            return Set(commits.filter { state.waiting[$0] != nil })
        }
    }

    func isUnconfirmed(email: String, in commit: ObjectID) -> Bool {
        state.withLock { state in
            state.askedPeople.append(email)
            return state.waiting[commit].map { !$0.contains(email.lowercased()) } ?? false
        }
    }

    /// What it was asked since this was last read: whose addresses are, where somebody waits, and whether these people do.
    func questions() -> (emails: [String], commits: [ObjectID], people: [String]) {
        state.withLock { state in
            defer { (state.asked, state.askedCommits, state.askedPeople) = ([], [], []) }
            return (state.asked, state.askedCommits, state.askedPeople)
        }
    }
}
