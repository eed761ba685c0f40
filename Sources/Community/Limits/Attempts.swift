/// The tables of all that strangers may try only so often. In memory: a restart forgives.
final class Attempts: Sendable {
    let limits: MemberLimits
    private let loginsPerAccount: AttemptTable
    private let loginsPerNetwork: AttemptTable
    private let registrations: AttemptTable
    private let lettersPerNetwork: AttemptTable
    private let lettersPerAccount: AttemptTable

    init(limits: MemberLimits, clock: @escaping @Sendable () -> Int64) {
        func table(_ rate: AttemptRate) -> AttemptTable { AttemptTable(rate: rate, capacity: limits.remembered, clock: clock) }
        self.limits = limits
        loginsPerAccount = table(limits.loginsPerAccount)
        loginsPerNetwork = table(limits.loginsPerNetwork)
        registrations = table(limits.registrationsPerNetwork)
        lettersPerNetwork = table(limits.lettersPerNetwork)
        lettersPerAccount = table(limits.lettersPerAccount)
    }

    /// A try at a password. The key of the account is what was typed, whether it is anybody's name or nobody's: a key by
    /// account would tell which address belongs to which name.
    func login(_ account: String, from address: String) -> AttemptTable.Verdict {
        both(loginsPerNetwork, ClientNetwork.key(of: address), loginsPerAccount, account)
    }

    /// The password was right, or was not looked at.
    func giveBackLogin(_ account: String, from address: String) {
        loginsPerNetwork.giveBack(ClientNetwork.key(of: address))
        loginsPerAccount.giveBack(account)
    }

    /// A new account by a stranger.
    func registration(from address: String) -> AttemptTable.Verdict {
        registrations.take(ClientNetwork.key(of: address))
    }

    /// A letter that a stranger asks for.
    func letter(to account: String, from address: String) -> AttemptTable.Verdict {
        both(lettersPerNetwork, ClientNetwork.key(of: address), lettersPerAccount, account)
    }

    /// Takes a try from both tables, or from neither.
    private func both(_ first: AttemptTable, _ firstKey: String, _ second: AttemptTable, _ secondKey: String) -> AttemptTable.Verdict {
        let verdict = first.take(firstKey)
        guard case .allowed = verdict else { return verdict }
        let other = second.take(secondKey)
        if case .limited = other { first.giveBack(firstKey) }
        return other
    }
}
