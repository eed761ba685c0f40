import Glibc

extension ConfigurationKind where Value == String {
    /// An absolute address of a site, given an ending slash where it has none.
    static var address: Self {
        Self(
            "address", expected: "an address such as https://example.org/wiki/, without a query or a fragment",
            reading: siteAddress, writing: { $0 })
    }

    /// An address that letters come from: nothing but the address.
    static var mailbox: Self {
        Self(
            "mail address", expected: "a mail address such as wiki@example.org",
            reading: { text in
                let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
                guard parts.count == 2, 1...64 ~= parts[0].count, text.utf8.count <= 254 else { return nil }
                let isPlain = parts[0].allSatisfy { $0.isASCIILetterOrDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
                return isPlain ? ConfigurationKind<String>.domain.read(.text(String(Substring(parts[1])))).map { _ in text } : nil
            },
            writing: { $0 })
    }
}

extension ConfigurationKind where Value == String {
    /// A user of a machine, and perhaps a port: nothing that a shell or ssh could take for something else.
    static var sshLogin: Self {
        Self(
            "login", expected: "a user and a host such as wiki@garden.example, perhaps with a port behind a colon",
            reading: { text in
                let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
                guard parts.count == 2, 1...32 ~= parts[0].count,
                    parts[0].first.map({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }) == true,
                    parts[0].allSatisfy({ $0.isASCIILetterOrDigit || "._-".utf8.contains($0) })
                else { return nil }
                let place = parts[1].split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
                let isHost = ConfigurationKind<String>.domain.read(.text(String(Substring(place[0])))) != nil
                guard isHost, place[0].first != UInt8(ascii: "-") else { return nil }
                return place.count == 1 || ConfigurationKind<Int>.number(1...65_535).read(.text(String(Substring(place[1])))) != nil
                    ? text : nil
            },
            writing: { $0 })
    }
}

extension ConfigurationKind where Value == [String] {
    /// Beginnings of links: absolute paths or addresses.
    static var linkPrefixes: Self {
        Self(
            name: "list", expected: "a list of paths such as /wiki/ or addresses such as https://example.org/wiki/",
            read: { input in
                guard let items = input.items else { return nil }
                let prefixes = items.compactMap { item in
                    item.hasPrefix("/") && !item.hasPrefix("//") && item.isAddressPath ? item : siteAddress(item)
                }
                return prefixes.count == items.count ? prefixes : nil
            },
            write: { $0.joined(separator: ", ") })
    }
}

extension ConfigurationKind where Value == [String] {
    /// Addresses of machines, or networks of them: `192.0.2.1`, `10.0.0.0/8`, `fd00::/8`.
    static var networks: Self {
        Self(
            name: "list", expected: "a list of addresses such as 192.0.2.1 or networks such as 10.0.0.0/8",
            read: { input in
                guard let items = input.items else { return nil }
                return items.allSatisfy(\.isNetwork) ? items : nil
            },
            write: { $0.joined(separator: ", ") })
    }
}

extension ConfigurationInput {
    /// The items of a list; one line separates them with commas.
    fileprivate var items: [String]? {
        switch self {
        case .list(let items): items
        case .text(let text):
            text.utf8.split(separator: UInt8(ascii: ","))
                .map { String(Substring($0).drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
                .filter { !$0.isEmpty }
        case .group: nil
        }
    }
}

/// The address with a slash at its end, or `nil` where it is none of a site: `http` or `https`, a host,
/// perhaps a port and a path, and nothing else.
@Sendable private func siteAddress(_ text: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    let isAuthority = authority.utf8.allSatisfy { $0.isASCIILetterOrDigit || ".-:[]".utf8.contains($0) }
    guard !authority.isEmpty, authority.utf8.count <= 255, isAuthority else { return nil }
    let path = String(rest.dropFirst(authority.count))
    guard path.isAddressPath else { return nil }
    return path.hasSuffix("/") ? text : text + "/"
}

extension String {
    /// Whether it is a numeric address, of IPv4 or IPv6, perhaps with the length of a network's prefix.
    fileprivate var isNetwork: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard let address = parts.first, !address.utf8.contains(0) else { return false }
        var bytes = in6_addr()
        let width = inet_pton(AF_INET, address, &bytes) == 1 ? 32 : inet_pton(AF_INET6, address, &bytes) == 1 ? 128 : 0
        guard width > 0, parts.count == 2 else { return width > 0 }
        return parts[1].utf8.allSatisfy(\.isASCIILetterOrDigit) && Int(parts[1]).map { 0...width ~= $0 } ?? false
    }

    /// Whether it can stand as the path of an address as it is: no space, query, fragment, or `..`.
    fileprivate var isAddressPath: Bool {
        let isPlain = utf8.allSatisfy { $0.isASCIILetterOrDigit || "/-._~!$&'()*+,;=:@%".utf8.contains($0) }
        return isPlain && !utf8.split(separator: UInt8(ascii: "/")).contains { Substring($0) == ".." }
    }
}
