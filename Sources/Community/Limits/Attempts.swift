/// The tables of all that strangers may try only so often. In memory: a restart forgives.
final class Attempts: Sendable {
    let limits: MemberLimits
    private let loginsPerPlace: AttemptTable
    private let loginsPerAccount: AttemptTable
    private let loginsPerNetwork: AttemptTable
    private let registrations: AttemptTable
    private let lettersPerNetwork: AttemptTable
    private let lettersPerAccount: AttemptTable

    init(limits: MemberLimits, clock: @escaping @Sendable () -> Int64) {
        func table(_ rate: AttemptRate) -> AttemptTable { AttemptTable(rate: rate, capacity: limits.remembered, clock: clock) }
        self.limits = limits
        loginsPerPlace = table(limits.loginsPerPlace)
        loginsPerAccount = table(limits.loginsPerAccount)
        loginsPerNetwork = table(limits.loginsPerNetwork)
        registrations = table(limits.registrationsPerNetwork)
        lettersPerNetwork = table(limits.lettersPerNetwork)
        lettersPerAccount = table(limits.lettersPerAccount)
    }

    /// A try at a password. The key of the account is what was typed, whether it is anybody's name or nobody's: a key by
    /// account would tell which address belongs to which name.
    func login(_ account: String, from address: String) -> AttemptTable.Verdict {
        all(logins(account, from: address))
    }

    /// The password was right, or was not looked at.
    func giveBackLogin(_ account: String, from address: String) {
        for (table, key) in logins(account, from: address) { table.giveBack(key) }
    }

    /// A new account by a stranger.
    func registration(from address: String) -> AttemptTable.Verdict {
        registrations.take(ClientNetwork.key(of: address))
    }

    /// A letter that a stranger asks for.
    func letter(to account: String, from address: String) -> AttemptTable.Verdict {
        all([(lettersPerNetwork, ClientNetwork.key(of: address)), (lettersPerAccount, account)])
    }

    /// What a try at a password counts in: the network, the account from there, the account from anywhere.
    private func logins(_ account: String, from address: String) -> [(AttemptTable, String)] {
        let network = ClientNetwork.key(of: address)
        return [(loginsPerNetwork, network), (loginsPerPlace, "\(network)\n\(account)"), (loginsPerAccount, account)]
    }

    /// Takes a try from each table, or from none.
    private func all(_ tables: [(table: AttemptTable, key: String)]) -> AttemptTable.Verdict {
        for (place, (table, key)) in tables.enumerated() {
            let verdict = table.take(key)
            if case .limited = verdict {
                for (table, key) in tables[..<place] { table.giveBack(key) }
                return verdict
            }
        }
        return .allowed
    }
}
