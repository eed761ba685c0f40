/// The only maker of addresses: every link of pages, feeds, API answers and exports comes from here.
///
/// Pages own the whole namespace; everything else stands under `/-/`, so no page name is ever taken. Paths are bytes, since old
/// histories hold names that are not UTF-8. Results are percent-encoded ASCII without quotes, `&` or angle brackets in the path;
/// only the `&` between query values needs the escaping that `EscapedText` does anyway.
package struct SiteURL: Sendable, Hashable {
    /// The prefix under which the wiki is mounted: empty, or `/wiki`; never with a last slash.
    package let base: String
    /// Scheme and host for absolute addresses, without a last slash; nil where `site.url` is not configured.
    package let origin: String?

    /// - Parameters:
    ///   - base: `""`, `"/wiki"` or `"/wiki/"`.
    ///   - origin: `"https://example.org"` or nil.
    package init(base: String = "", origin: String? = nil) {
        self.base = Self.withoutLastSlashes(base)
        self.origin = origin.map(Self.withoutLastSlashes)
    }

    /// An address of this site with scheme and host, where they are known; feeds and canonical links need it.
    package func absolute(_ address: String) -> String { (origin ?? "") + address }

    /// The address of something below the site's root: `rest` is already encoded and begins without a slash.
    func interface(_ rest: String) -> String { "\(base)/-/\(rest)" }

    /// The address of a page, folder or file: each segment encoded, empty ones dropped so that `//host` cannot arise.
    ///
    /// A first segment that is a lone `-` is written `%2D`, so that no name from an old history leads into the interface.
    func content(_ path: [UInt8], suffix: String = "") -> String {
        let encoded = encodedPath(path)
        let isInterfaceName = encoded == "-" || encoded.utf8.starts(with: "-/".utf8)
        return "\(base)/\(isInterfaceName ? "%2D" + encoded.dropFirst() : encoded)\(encoded.isEmpty ? "" : suffix)"
    }

    /// `verb/Some/Page`, for what is done to a page.
    func action(_ verb: String, _ path: [UInt8], _ query: [(String, String?)] = []) -> String {
        let encoded = encodedPath(path)
        return Self.withQuery(interface(encoded.isEmpty ? verb : "\(verb)/\(encoded)"), query)
    }

    func encodedPath(_ path: [UInt8]) -> String {
        path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map { PercentCoding.segment($0) }.joined(separator: "/")
    }

    /// Adds the values that are there; keys are our own and plain.
    static func withQuery(_ address: String, _ query: [(String, String?)]) -> String {
        let items = query.compactMap { key, value in value.map { "\(key)=\(PercentCoding.queryValue($0.utf8))" } }
        return items.isEmpty ? address : "\(address)?\(items.joined(separator: "&"))"
    }

    private static func withoutLastSlashes(_ text: String) -> String {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
