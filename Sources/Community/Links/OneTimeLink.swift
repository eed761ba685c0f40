/// A link that does one thing once, for whoever holds it. The secret is not kept.
package struct OneTimeLink: Hashable, Sendable {
    /// What it does.
    package enum Kind: Hashable, Sendable {
        /// Makes the first admin of a wiki.
        case firstAdmin
        /// Sets a password without the old one.
        case resetPassword(account: Int64)
        /// Proves that an address is the account's.
        case confirmAddress(account: Int64, email: String)
    }

    /// Its number.
    let id: Int64
    /// What it does.
    package let kind: Kind
    /// When it was made, in seconds since 1970.
    package let created: Int64
    /// When it stops working.
    package let expires: Int64
    /// When it did its work.
    package let used: Int64?
}

extension OneTimeLink.Kind {
    /// How the database calls it.
    var name: String {
        switch self {
        case .firstAdmin: "first-admin"
        case .resetPassword: "reset-password"
        case .confirmAddress: "confirm-address"
        }
    }

    /// Whose it is.
    var account: Int64? {
        switch self {
        case .firstAdmin: nil
        case .resetPassword(let account), .confirmAddress(let account, _): account
        }
    }

    /// The address it is about.
    var email: String? {
        if case .confirmAddress(_, let email) = self { email } else { nil }
    }

    init?(name: String, account: Int64?, email: String?) {
        switch (name, account, email) {
        case ("first-admin", nil, nil): self = .firstAdmin
        case ("reset-password", let account?, nil): self = .resetPassword(account: account)
        case ("confirm-address", let account?, let email?): self = .confirmAddress(account: account, email: email)
        default: return nil
        }
    }
}
