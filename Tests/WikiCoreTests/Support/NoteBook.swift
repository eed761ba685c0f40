import Git
import Synchronization
import WikiCore

/// A credit book that a test writes in, and that counts what it is asked.
final class NoteBook: CreditBook {
    private struct State {
        var accounts: [String: CreditedAccount] = [:]
        var unconfirmed: Set<ObjectID> = []
        var asked: [String] = []
        var askedCommits: [ObjectID] = []
    }

    private let state = Mutex(State())

    /// Writes down whose an address is; nil for nobody's.
    func write(_ email: String, _ account: CreditedAccount?) {
        state.withLock { $0.accounts[email.lowercased()] = account }
    }

    /// Writes down that a commit waits, or no more.
    func write(_ commit: ObjectID, isUnconfirmed: Bool) {
        state.withLock { state in
            if isUnconfirmed { state.unconfirmed.insert(commit) } else { state.unconfirmed.remove(commit) }
        }
    }

    func credit(email: String) -> CreditedAccount? {
        state.withLock { state in
            state.asked.append(email)
            return state.accounts[email.lowercased()]
        }
    }

    func isUnconfirmed(_ commit: ObjectID) -> Bool {
        state.withLock { state in
            state.askedCommits.append(commit)
            return state.unconfirmed.contains(commit)
        }
    }

    /// What it was asked since this was last read.
    func questions() -> (emails: [String], commits: [ObjectID]) {
        state.withLock { state in
            defer { (state.asked, state.askedCommits) = ([], []) }
            return (state.asked, state.askedCommits)
        }
    }
}
