/// How often strangers may try things, and how much one person may hold.
package struct MemberLimits: Hashable, Sendable {
    /// Passwords for one account from one network; a right one gives its try back.
    package var loginsPerPlace = AttemptRate(burst: 10, perHour: 60)
    /// Passwords for one account from anywhere; a right one gives its try back. Wide, so that nobody closes somebody else's name
    /// from one network or a few, and still few against any password that is let through.
    package var loginsPerAccount = AttemptRate(burst: 300, perHour: 600)
    /// Passwords from one network, for whatever account; a right one gives its try back.
    /// One network may be a whole classroom, and all hold a try while their passwords are looked at.
    package var loginsPerNetwork = AttemptRate(burst: 100, perHour: 300)
    /// New accounts from one network.
    package var registrationsPerNetwork = AttemptRate(burst: 5, perHour: 10)
    /// Letters asked for (lost passwords, confirmations) from one network.
    package var lettersPerNetwork = AttemptRate(burst: 10, perHour: 20)
    /// Letters asked for one account or address.
    package var lettersPerAccount = AttemptRate(burst: 3, perHour: 3)
    /// How many networks, and how many accounts, are remembered by each of these.
    package var remembered = 10_000
    /// Sessions, tokens, keys and addresses of one account, each.
    package var held = 100
    /// Invitations in one go.
    package var invitationsAtOnce = 500

    /// The product's.
    package init() {}
}
