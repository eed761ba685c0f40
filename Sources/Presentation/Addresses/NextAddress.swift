/// Where somebody is sent on after logging in: an address of this site as the request gave it, or home.
///
/// It is judged as browsers read it, byte by byte: they take `\` for `/`, drop tabs and line ends, and read `//host` as another site.
package struct NextAddress: Sendable, Hashable {
    /// A path of this site with its query.
    package let address: String

    /// Longer than any address of ours.
    private static let longest = 4096

    /// - Parameter given: what the request says, decoded; anything but a path of this site becomes the home page.
    package init(_ given: String?, in urls: SiteURL) {
        address = given.flatMap { Self.isSound($0, in: urls) ? $0 : nil } ?? urls.home
    }

    private static func isSound(_ given: String, in urls: SiteURL) -> Bool {
        let bytes = Array(given.utf8)
        let slash = UInt8(ascii: "/")
        guard bytes.count <= longest, bytes.first == slash, bytes.starts(with: urls.base.utf8) else { return false }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return false }
        let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let rest = path.dropFirst(urls.base.utf8.count)
        // What follows the base begins a path, and neither it nor the whole names a host or climbs out of the base.
        guard rest.isEmpty || rest.first == slash, !path.starts(with: [slash, slash]), !rest.starts(with: [slash, slash]) else {
            return false
        }
        return !rest.split(separator: slash).contains { isDots($0) }
    }

    /// `.` and `..`, also encoded, which browsers resolve before they ask.
    private static func isDots(_ segment: ArraySlice<UInt8>) -> Bool {
        guard let decoded = PercentCoding.decode(segment) else { return true }
        return decoded == [UInt8(ascii: ".")] || decoded == [UInt8(ascii: "."), UInt8(ascii: ".")]
    }
}
