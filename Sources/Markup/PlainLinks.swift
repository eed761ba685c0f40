/// A provider that knows no wiki: every relative link leads where it says. For previews outside a wiki and for `render` on a lone file.
package struct PlainLinks: LinkProvider, Sendable {
    package init() {}

    /// Absolute addresses stay; relative ones are percent-encoded again.
    package func resolve(_ link: DocumentLink) -> ResolvedLink {
        if link.isAbsolute { return .external }
        var href = ""
        for byte in link.target.utf8 { href += Self.encoded(byte) }
        if href.hasPrefix("//") || firstSegmentHasColon(href) { href = "./" + href }
        if let query = link.query { href += "?" + query }
        if let fragment = link.fragment {
            let isWiki = link.kind == .wikilink || link.kind == .embed
            href += "#" + (isWiki ? HeadingAnchors.anchor(for: fragment) : fragment)
        }
        switch link.kind {
        case .image, .video, .audio: return .image(src: href)
        case .embed: return isImageName(link.target) ? .image(src: href) : .page(href: href)
        case .markdown, .wikilink: return .page(href: href)
        }
    }

    private func firstSegmentHasColon(_ href: String) -> Bool {
        href.utf8.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
    }

    private func isImageName(_ target: String) -> Bool {
        let suffix = target.lowercased()
        return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"].contains { suffix.hasSuffix($0) }
    }

    private static func encoded(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return String(UnicodeScalar(byte))
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
            return String(UnicodeScalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "%0" + digits : "%" + digits
        }
    }
}
