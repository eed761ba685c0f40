import Synchronization

/// Bounds the bytes that the bodies of all requests together hold in memory, and how much of it one address may take: many
/// uploads at once, or one client that sends many slowly, leave room for everybody else.
package final class BodyBudget: Sendable {
    private struct State {
        var total = 0
        var byClient: [ClientAddress: Int] = [:]
    }

    private let limit: Int
    private let clientLimit: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: bytes of all bodies together.
    ///   - clientLimit: bytes of all bodies of one address.
    package init(limit: Int, clientLimit: Int) {
        self.limit = limit
        self.clientLimit = clientLimit
    }

    /// A bound that leaves room for the longest body that is taken at all.
    package convenience init(longestBody: Int) {
        self.init(limit: max(256 << 20, longestBody), clientLimit: max(64 << 20, longestBody))
    }

    /// A share for one request, empty at first; it is given back when its last reference goes.
    package func lease(for client: ClientAddress) -> BodyLease {
        BodyLease(budget: self, client: client.network)
    }

    /// The bytes that are held now.
    package var held: Int { state.withLock { $0.total } }

    fileprivate func take(_ count: Int, for client: ClientAddress) -> Bool {
        state.withLock { state in
            let mine = state.byClient[client, default: 0] + count
            guard state.total + count <= limit, mine <= clientLimit else { return false }
            state.total += count
            state.byClient[client] = mine
            return true
        }
    }

    fileprivate func giveBack(_ count: Int, of client: ClientAddress) {
        guard count > 0 else { return }
        state.withLock { state in
            state.total -= count
            let mine = state.byClient[client, default: 0] - count
            state.byClient[client] = mine > 0 ? mine : nil
        }
    }
}

/// What one request holds of a ``BodyBudget``.
package final class BodyLease: Sendable {
    private let budget: BodyBudget
    private let client: ClientAddress
    private let taken = Mutex(0)

    fileprivate init(budget: BodyBudget, client: ClientAddress) {
        self.budget = budget
        self.client = client
    }

    deinit {
        budget.giveBack(taken.withLock { $0 }, of: client)
    }

    /// Takes so many bytes more.
    /// - Throws: ``BodyError/tooManyAtOnce`` where the budget holds no more.
    package func take(_ count: Int) throws(BodyError) {
        guard budget.take(count, for: client) else { throw .tooManyAtOnce }
        taken.withLock { $0 += count }
    }
}
