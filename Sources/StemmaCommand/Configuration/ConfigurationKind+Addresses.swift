extension ConfigurationKind where Value == String {
    /// An absolute address of a site, given an ending slash where it has none.
    static var address: Self {
        Self(
            "address", expected: "an address such as https://example.org/wiki/, without a query or a fragment",
            reading: siteAddress, writing: { $0 })
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
    /// Whether it can stand as the path of an address as it is: no space, query, fragment, or `..`.
    fileprivate var isAddressPath: Bool {
        let isPlain = utf8.allSatisfy { $0.isASCIILetterOrDigit || "/-._~!$&'()*+,;=:@%".utf8.contains($0) }
        return isPlain && !utf8.split(separator: UInt8(ascii: "/")).contains { Substring($0) == ".." }
    }
}
