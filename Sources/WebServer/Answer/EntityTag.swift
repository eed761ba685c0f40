/// A strong entity tag (RFC 9110, 8.8.3) and its twin for the gzip variant, which is another sequence of bytes and so
/// must have another strong tag.
package struct EntityTag: Sendable, Equatable {
    /// The tag of the plain bytes, in its quotes.
    package let identity: String
    /// The tag of the gzip variant, in its quotes.
    package let gzip: String

    /// A tag whose opaque part is `opaque`; bytes that a tag may not hold are left out.
    package init(_ opaque: String) {
        let allowed = opaque.utf8.filter { $0 == 0x21 || (0x23...0x7E).contains($0) }
        let clean = String(decoding: allowed, as: UTF8.self)
        identity = "\"\(clean)\""
        gzip = "\"\(clean)-gz\""
    }

    /// Whether an `If-None-Match` header names either variant: a list of tags or `*`, compared weakly as RFC 9110
    /// demands for reads. Both variants say the same, so either one spares the body.
    package func isNamed(byIfNoneMatch header: String) -> Bool {
        Self.tags(in: header).contains { $0.elementsEqual("*".utf8) || matches($0) }
    }

    /// Whether an `If-Range` header names exactly the plain bytes: the comparison is strong, a date never matches.
    package func isIdentity(ofIfRange header: String) -> Bool {
        header.utf8.trimmingBlanks().elementsEqual(identity.utf8)
    }

    private func matches(_ tag: Substring.UTF8View) -> Bool {
        let strong = tag.starts(with: "W/".utf8) ? tag.dropFirst(2) : tag
        return strong.elementsEqual(identity.utf8) || strong.elementsEqual(gzip.utf8)
    }

    /// The members of the list. A comma inside quotes does not part them.
    private static func tags(in header: String) -> [Substring.UTF8View] {
        var isQuoted = false
        return header.utf8.split { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }.map { $0.trimmingBlanks() }
    }
}
