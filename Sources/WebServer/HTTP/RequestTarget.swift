package import HTTPTypes

/// The target of a request as it stood on the wire, split at the first `?`, and not decoded: decoding happens once,
/// segment by segment, where the path is understood.
package struct RequestTarget: Sendable, Equatable {
    /// The path, percent-encoded, beginning with `/`.
    package let rawPath: String
    /// What follows the `?`, percent-encoded; `nil` without one.
    package let rawQuery: String?

    /// `nil` where the target is no origin-form path (`OPTIONS *`, `CONNECT host:80`).
    package init?(_ target: String) {
        guard target.utf8.first == UInt8(ascii: "/") else { return nil }
        let withoutFragment = target.utf8.prefix { $0 != UInt8(ascii: "#") }
        guard let mark = withoutFragment.firstIndex(of: UInt8(ascii: "?")) else {
            rawPath = String(Substring(withoutFragment))
            rawQuery = nil
            return
        }
        rawPath = String(Substring(withoutFragment[..<mark]))
        rawQuery = String(Substring(withoutFragment[withoutFragment.index(after: mark)...]))
    }

    /// The target of a request head.
    package init?(_ head: HTTPRequest) {
        guard let path = head.path else { return nil }
        self.init(path)
    }

    /// The segments of the path between its slashes, each percent-decoded once; the first is what follows the leading
    /// slash. `nil` where an escape is malformed. A decoded segment may hold any byte, `/` too: the caller judges that.
    package var segments: [[UInt8]]? {
        var result: [[UInt8]] = []
        for piece in rawPath.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentCoding.decoded(piece, plusIsSpace: false) else { return nil }
            result.append(segment)
        }
        return result
    }
}
