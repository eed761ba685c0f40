import Git
import Markup

/// Counts beginnings of absolute links behind which pages of this wiki are named: paths such as `/wiki/`, and addresses under
/// which the wiki stood before.
struct PrefixCensus {
    private var found: [String: Int] = [:]
    private var seen: [String: Int] = [:]

    /// More folders than an address of a wiki has.
    private static let depthLimit = 6

    /// Counts one link.
    /// - Parameter isPage: whether a path from the pages root names a page.
    mutating func count(_ link: DocumentLink, isPage: (GitPath) throws -> Bool) rethrows {
        guard link.isAbsolute || link.target.hasPrefix("/") else { return }
        let bytes = Array(link.target.utf8.prefix { !link.isAbsolute || ($0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")) })
        let start = link.isAbsolute ? Self.authorityEnd(bytes) : 0
        guard start < bytes.count, bytes[start] == UInt8(ascii: "/") else { return }
        if !link.isAbsolute, try isPage(Self.path(bytes[1...])) { return }
        let slashes = bytes.indices.filter { $0 >= start && bytes[$0] == UInt8(ascii: "/") && $0 + 1 < bytes.count }
        // A path alone begins with a folder; an address may end with its host.
        let places = slashes.dropFirst(link.isAbsolute ? 0 : 1).prefix(Self.depthLimit)
        let prefixes = places.map { String(decoding: bytes[...$0], as: UTF8.self) }
        for prefix in prefixes { seen[prefix, default: 0] += 1 }
        for (place, prefix) in zip(places, prefixes) where Self.isPlain(prefix) {
            let rest = bytes[(place + 1)...]
            guard try isPage(Self.path(link.isAbsolute ? LinkPrefix.decoded(rest)[...] : rest)) else { continue }
            found[prefix, default: 0] += 1
            return
        }
    }

    /// The beginnings with how many links need them, most first. Other sites have pages of the same names: an address is
    /// only meant where most links to it find one.
    var result: [(prefix: String, count: Int)] {
        found.filter { prefix, count in prefix.hasPrefix("/") || count * 2 > seen[prefix, default: 0] }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (prefix: $0.key, count: $0.value) }
    }

    private static func authorityEnd(_ bytes: [UInt8]) -> Int {
        guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return bytes.count }
        return bytes[scheme.upperBound...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    }

    private static func path(_ bytes: ArraySlice<UInt8>) -> GitPath {
        GitPath(segments: bytes.split(separator: UInt8(ascii: "/")))
    }

    /// True for what settings can hold as it is.
    private static func isPlain(_ prefix: String) -> Bool {
        prefix.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "/:.-_~".utf8.contains(byte)
            }
        }
    }
}
