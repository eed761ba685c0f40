/// `site.url` taken apart.
package struct SiteAddress: Hashable, Sendable {
    /// The path under which the wiki is mounted, without a last slash.
    package let base: String
    /// Scheme and host; nil where nothing is configured.
    package let origin: String?

    /// Takes the setting as it is checked: scheme, host, perhaps a port and a path.
    package init(_ url: String?) {
        guard let url, let scheme = url.firstRange(of: "://") else {
            base = ""
            origin = nil
            return
        }
        let rest = url[scheme.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        origin = String(url[..<slash])
        let path = rest[slash...]
        base = path.hasSuffix("/") ? String(path.dropLast()) : String(path)
    }

    /// Whether the wiki is served over https.
    package var isSecure: Bool { origin?.lowercased().hasPrefix("https:") ?? false }

    /// The host without its port; nil where nothing is configured.
    package var host: String? {
        guard let origin, let scheme = origin.firstRange(of: "://") else { return nil }
        let authority = origin[scheme.upperBound...]
        if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" } + "]") }
        return String(authority.prefix { $0 != ":" })
    }
}
