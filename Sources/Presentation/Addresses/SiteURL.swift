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
    /// Where in a static site it is; nil on a server.
    let place: StaticPlace?

    /// - Parameters:
    ///   - base: `""`, `"/wiki"` or `"/wiki/"`.
    ///   - origin: `"https://example.org"` or nil.
    package init(base: String = "", origin: String? = nil) {
        self.base = Self.withoutLastSlashes(base)
        self.origin = origin.map(Self.withoutLastSlashes)
        place = nil
    }

    /// The addresses of a wiki that is reached at one.
    package init(_ address: SiteAddress) { self.init(base: address.base, origin: address.origin) }

    /// Addresses as a file of a static site says them: relative to it, so that the site may stand anywhere. What the site does not
    /// hold leads to the wiki itself, or is empty where nobody can go there.
    /// - Parameters:
    ///   - file: the file in which they will stand, relative to the site's folder.
    ///   - address: where the site will stand, such as `https://example.org/docs/`; nil where nobody knows.
    package init(in site: StaticSite, from file: String, at address: String? = nil) {
        let depth = file.utf8.count { $0 == UInt8(ascii: "/") }
        self.init(in: site, root: String(repeating: "../", count: depth), at: address)
    }

    /// The same for files that are read elsewhere than where they stand, such as the page for what is missing.
    /// - Parameter root: what all addresses begin with; it ends in a slash.
    package init(in site: StaticSite, root: String, at address: String? = nil) {
        base = ""
        origin = address.map(Self.withoutLastSlashes)
        place = StaticPlace(site: site, root: root)
    }

    /// An address of this site with scheme and host, where they are known; feeds and canonical links need it.
    package func absolute(_ address: String) -> String {
        guard let place else { return (origin ?? "") + address }
        guard let origin, !address.utf8.isEmpty, address.utf8.starts(with: place.root.utf8), !address.contains("://") else {
            return address
        }
        return "\(origin)/\(address.dropFirst(place.root.count))"
    }

    /// An address of this site without what leads to its root.
    func fromRoot(_ address: String) -> String {
        let root = place?.root ?? "\(base)/"
        return address.utf8.starts(with: root.utf8) ? String(address.dropFirst(root.count)) : address
    }

    /// The same of the wiki itself, for what a static site does not hold.
    func elsewhere(_ address: (SiteURL) -> String) -> String {
        place?.site.live.map { $0.absolute(address($0)) } ?? ""
    }

    /// The address of something below the site's root: `rest` is already encoded and begins without a slash.
    func interface(_ rest: String) -> String { place == nil ? "\(base)/-/\(rest)" : elsewhere { $0.interface(rest) } }

    /// The address of a page, folder or file: each segment encoded, empty ones dropped so that `//host` cannot arise.
    ///
    /// A first segment that is a lone `-` is written `%2D`, so that no name from an old history leads into the interface.
    func content(_ path: [UInt8], suffix: String = "") -> String {
        if let place { return place.address(at: path) ?? elsewhere { $0.content(path, suffix: suffix) } }
        let encoded = contentPath(path)
        return "\(base)/\(encoded)\(encoded.isEmpty ? "" : suffix)"
    }

    /// The same without what stands before it.
    func contentPath(_ path: [UInt8]) -> String {
        let encoded = encodedPath(path)
        let isInterfaceName = encoded == "-" || encoded.utf8.starts(with: "-/".utf8)
        return isInterfaceName ? "%2D" + encoded.dropFirst() : encoded
    }

    /// `verb/Some/Page`, for what is done to a page.
    func action(_ verb: String, _ path: [UInt8], _ query: [(String, String?)] = []) -> String {
        if place != nil { return elsewhere { $0.action(verb, path, query) } }
        let encoded = encodedPath(path)
        return Self.withQuery(interface(encoded.isEmpty ? verb : "\(verb)/\(encoded)"), query)
    }

    /// The address of a file of a static site about a page; nil on a server, and where the page is not there.
    func file(of path: [UInt8], _ name: (_ file: String) -> String?) -> String? {
        guard let place, let file = place.site.names.file(path), let name = name(file) else { return nil }
        return place.address(name)
    }

    /// The address of a file of a static site; nil on a server.
    func here(_ file: String) -> String? { place.map { $0.address(file) } }

    /// The address of any file of a static site; the file's own path on a server.
    package func fileAddress(_ file: String) -> String { here(file) ?? "\(base)/\(file)" }

    /// Whether addresses are those of a static site.
    package var isStatic: Bool { place != nil }

    /// Where a page of a static site searches; nil on a server.
    package var staticSearch: StaticSearch? {
        guard let place else { return nil }
        let root = place.root.utf8.isEmpty ? "./" : place.root
        return StaticSearch(index: place.address("-/search"), root: root, page: search())
    }

    /// A file's path as an address has it.
    package static func encoded(_ file: String) -> String {
        if PercentCoding.isPlain(path: file.utf8) { return file }
        return file.split(separator: "/").map { PercentCoding.segment($0.utf8) }.joined(separator: "/")
    }

    func encodedPath(_ path: [UInt8]) -> String {
        if PercentCoding.isPlain(path: path) { return String(decoding: path, as: UTF8.self) }
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        return segments.map { PercentCoding.segment($0) }.joined(separator: "/")
    }

    /// Adds the values that are there; keys are our own and plain.
    static func withQuery(_ address: String, _ query: [(String, String?)]) -> String {
        guard !address.utf8.isEmpty else { return "" }
        let items = query.compactMap { key, value in value.map { "\(key)=\(PercentCoding.queryValue($0.utf8))" } }
        return items.isEmpty ? address : "\(address)?\(items.joined(separator: "&"))"
    }

    private static func withoutLastSlashes(_ text: String) -> String {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
