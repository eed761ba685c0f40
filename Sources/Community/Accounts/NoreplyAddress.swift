/// The addresses that the wiki makes for commits: `NUMBER+NAME@users.noreply.DOMAIN`.
enum NoreplyAddress {
    /// What stands behind the `@`.
    static func host(of domain: String) -> String { "users.noreply.\(domain)" }

    /// True for any address of the wiki's own making, which nobody can claim.
    static func isOwn(_ key: AddressKey, domain: String) -> Bool {
        key.text.hasSuffix("@\(AddressKey(host(of: domain)).text)")
    }

    /// The account that such an address stands for; the number decides, whatever the name.
    static func account(of key: AddressKey, domain: String) -> Int64? {
        guard isOwn(key, domain: domain) else { return nil }
        let digits = key.text.utf8.prefix { $0 != UInt8(ascii: "+") }
        guard digits.count < key.text.utf8.count, digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int64(Substring(digits))
    }
}
