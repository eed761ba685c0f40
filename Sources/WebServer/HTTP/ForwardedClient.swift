package import HTTPTypes
package import WikiCore

/// What the proxies in front of the wiki say of a client. Their headers count where the peer of the connection is one of
/// those that the settings trust; from anybody else, and where they can't be read, they say nothing.
///
/// `X-Forwarded-*` goes before `Forwarded` (RFC 7239): a proxy that knows only one of them passes the other on as its client
/// sent it, and most know the first.
package struct ForwardedClient: Sendable {
    /// A client as the proxies saw it.
    package struct Client: Hashable, Sendable {
        /// The nearest address that is no trusted proxy's.
        package let address: ClientAddress
        /// `http` or `https`: how the client reached the nearest proxy; nil where none says.
        package let scheme: String?
        /// The host that the client asked for, perhaps with a port; nil where no proxy says.
        package let host: String?
    }

    /// A longer name of a user or host is none.
    private static let maximumName = 255

    private let trusted: [NetworkRange]
    private let userHeader: HTTPField.Name?

    /// True where a proxy names who logged in with it.
    package var signsOn: Bool { userHeader != nil }

    /// Takes the settings. An entry that is neither an address nor a network trusts nobody.
    package init(_ proxies: Configuration.Proxies) {
        trusted = proxies.trusted.compactMap(NetworkRange.init)
        userHeader = proxies.userHeader.flatMap { HTTPField.Name($0) }
    }

    /// Who is at the other end, behind the proxies. The cost is bounded however long the headers are.
    package func client(peer: ClientAddress, head: HTTPRequest) -> Client {
        guard isTrusted(peer) else { return Client(address: peer, scheme: nil, host: nil) }
        let fields = head.headerFields
        let elements = fields[values: .forwardedFor]
        if elements.isEmpty, let forwarded = forwarded(fields[values: .forwarded], peer: peer) { return forwarded }
        let hops = ForwardedHops(elements, hasQuotes: false).lazy.map { ClientAddress(textWithPort: $0) }
        return Client(
            address: nearest(peer, hops), scheme: scheme(last(fields[values: .forwardedProto])),
            host: host(last(fields[values: .forwardedHost])))
    }

    /// The name of who logged in with a trusted proxy, as it names them; nil where the peer is no such proxy, where no header
    /// is configured, and where the header is there twice, since one of the two may be the client's own.
    package func signedOnUser(peer: ClientAddress, head: HTTPRequest) -> String? {
        guard let userHeader, isTrusted(peer) else { return nil }
        let values = head.headerFields[values: userHeader]
        guard values.count == 1, let name = values.first.map({ Array($0.utf8).trimmingBlanks() }) else { return nil }
        let isOneName = name.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ",") }
        guard isOneName, (1...Self.maximumName).contains(name.count) else { return nil }
        return String(validating: name, as: UTF8.self)
    }

    private func isTrusted(_ address: ClientAddress) -> Bool { trusted.contains { $0.contains(address) } }

    /// The first of the addresses, from the nearest on, that is no trusted proxy's. An address that can't be read ends the
    /// walk at the proxy that told of it.
    private func nearest(_ peer: ClientAddress, _ hops: some Sequence<ClientAddress?>) -> ClientAddress {
        var current = peer
        for hop in hops {
            guard let hop else { break }
            current = hop
            if !isTrusted(hop) { break }
        }
        return current
    }

    private func forwarded(_ values: [String], peer: ClientAddress) -> Client? {
        guard !values.isEmpty else { return nil }
        let hops = ForwardedHops(values, hasQuotes: true)
        let last = hops.first { _ in true }.map { HeaderParameters([UInt8(ascii: ";")] + $0) }
        let addresses = hops.lazy.map { HeaderParameters([UInt8(ascii: ";")] + $0)["for"].flatMap { ClientAddress(textWithPort: $0) } }
        return Client(address: nearest(peer, addresses), scheme: scheme(last?["proto"]?[...]), host: host(last?["host"]?[...]))
    }

    /// What the nearest proxy said, where others had said something before.
    private func last(_ values: [String]) -> ArraySlice<UInt8>? { ForwardedHops(values, hasQuotes: false).first { _ in true } }

    private func scheme(_ text: ArraySlice<UInt8>?) -> String? {
        guard let text else { return nil }
        return text.equalsLowercased("https") ? "https" : text.equalsLowercased("http") ? "http" : nil
    }

    private func host(_ text: ArraySlice<UInt8>?) -> String? {
        guard let text, (1...Self.maximumName).contains(text.count) else { return nil }
        guard text.allSatisfy({ $0.isASCIILetterOrDigit || ".-_:[]".utf8.contains($0) }) else { return nil }
        return String(decoding: text, as: UTF8.self).lowercased()
    }
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = known("X-Forwarded-For")
    fileprivate static let forwardedProto = known("X-Forwarded-Proto")
    fileprivate static let forwardedHost = known("X-Forwarded-Host")
    fileprivate static let forwarded = known("Forwarded")

    /// Every name above is a valid token, which a test holds; `Via` stands in only so that nothing can trap.
    private static func known(_ literal: String) -> HTTPField.Name { HTTPField.Name(literal) ?? .via }
}
