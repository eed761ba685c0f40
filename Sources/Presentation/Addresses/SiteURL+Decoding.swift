/// From the raw path of a request back to the bytes of a page's path.
extension SiteURL {
    /// The segments of a request's raw path below `base`, each percent-decoded once; the home page has none.
    ///
    /// Nil where the address can mean no page: outside `base`, a broken `%`, a NUL, an encoded slash, `.` or `..`, or an empty
    /// segment other than a last one. Cost is linear.
    package func decode(path: String) -> [[UInt8]]? {
        let bytes = path.utf8
        guard bytes.starts(with: base.utf8) else { return nil }
        let rest = bytes.dropFirst(base.utf8.count)
        guard rest.isEmpty || rest.first == UInt8(ascii: "/") else { return nil }
        return Self.segments(decoding: rest.dropFirst())
    }

    /// The same for the part of a path that a route has left over, such as what follows `/-/edit/`.
    package static func segments(decoding rest: String) -> [[UInt8]]? { segments(decoding: rest.utf8[...]) }

    /// Segments joined with slashes: a path as the other modules take it.
    package static func path(_ segments: [[UInt8]]) -> [UInt8] { Array(segments.joined(separator: [UInt8(ascii: "/")])) }

    private static func segments(decoding rest: Substring.UTF8View) -> [[UInt8]]? {
        var parts = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        var segments: [[UInt8]] = []
        for part in parts {
            guard let segment = PercentCoding.decode(part), isSound(segment) else { return nil }
            segments.append(segment)
        }
        return segments
    }

    private static func isSound(_ segment: [UInt8]) -> Bool {
        let dot = UInt8(ascii: ".")
        guard !segment.isEmpty, segment != [dot], segment != [dot, dot] else { return false }
        return !segment.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
    }
}
