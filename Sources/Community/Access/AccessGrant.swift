/// Whom a rule lets edit.
package enum AccessGrant: Hashable, Sendable {
    /// Whoever may edit where no rule fits.
    case anyone
    /// Accounts of this role or a higher one.
    case role(Role)
    /// The account of this name.
    case user(String)
    /// The accounts of a group of the same file.
    case group(String)

    /// Reads `anyone`, `role:NAME`, `user:NAME` or `group:NAME`.
    init(_ text: String) throws(AccessRulesError) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        switch (parts.first, parts.count) {
        case ("anyone", 1): self = .anyone
        case ("role", 2):
            guard let role = Role(rawValue: parts[1]) else {
                let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw AccessRulesError("there is no role “\(parts[1])”; there are \(roles)")
            }
            self = .role(role)
        case ("user", 2): self = .user(try Self.account(parts[1]))
        case ("group", 2): self = .group(parts[1])
        default: throw AccessRulesError("“\(text)” names nobody; write anyone, role:NAME, user:NAME or group:NAME")
        }
    }

    /// The name of an account, as accounts are named.
    static func account(_ text: String) throws(AccessRulesError) -> String {
        let name = AccountName.folded(text)
        guard AccountName.problem(with: name, allowsReserved: true) == nil else {
            throw AccessRulesError("“\(text)” cannot be the name of an account")
        }
        return name
    }
}
