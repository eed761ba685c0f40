import Markup

/// A beginning of absolute links that means this wiki: a path such as `/wiki/`, or an old address.
struct LinkPrefix {
    /// Without slashes at its end.
    private let bytes: [UInt8]

    init(_ text: String) {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        self.bytes = bytes
    }

    /// What a link names behind the prefix, as a path from the pages root, and its fragment; nil where it begins otherwise.
    /// `/wiki` is no beginning of `/wikipedia`.
    func inner(of link: DocumentLink) -> (path: String, fragment: String?)? {
        let target = Array(link.target.utf8)
        guard target.starts(with: bytes) else { return nil }
        let rest = target[bytes.count...]
        guard link.isAbsolute else {
            // Its path is decoded and alone already.
            return rest.isEmpty || rest.first == UInt8(ascii: "/") ? (Self.path(rest), link.fragment) : nil
        }
        guard rest.first.map({ "/?#".utf8.contains($0) }) ?? true else { return nil }
        let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let fragment = rest[hash...].dropFirst()
        return (
            Self.path(Self.decoded(rest[..<hash].prefix { $0 != UInt8(ascii: "?") })),
            fragment.isEmpty ? link.fragment : String(decoding: Self.decoded(fragment), as: UTF8.self)
        )
    }

    /// The lookup key under which the index finds a link: of the last segment of an address, too, since a prefix may make it
    /// one of this wiki.
    static func key(of target: String, isAbsolute: Bool) -> String {
        guard isAbsolute else { return LinkTarget.key(of: target) }
        return LinkTarget.key(
            of: String(decoding: decoded(target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }), as: UTF8.self))
    }

    private static func path(_ bytes: some Sequence<UInt8>) -> String {
        "/" + String(decoding: Array(bytes.drop { $0 == UInt8(ascii: "/") }), as: UTF8.self)
    }

    /// Percent-decoded once; what is no escape stays as it is.
    static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2, !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
