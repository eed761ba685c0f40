package import Markup

/// A rendered text as JSON: what the API and `stemma render --json` give.
package struct RenderJSON: Sendable {
    /// The object.
    package let value: JSONValue

    /// Renders a document; its links are looked up once.
    package init(_ document: Document, links: some LinkProvider) {
        let watched = WatchedLinks(links)
        let html = document.html(watched)
        value = [
            "title": JSONValue(document.title), "html": .string(html.string), "headings": .array(document.headings.map(Self.heading)),
            "links": .array(watched.seen.map(Self.link)), "is_source": .bool(document.isSource),
        ]
    }

    private static func heading(_ heading: Heading) -> JSONValue {
        ["level": .int(heading.level), "anchor": .string(heading.anchor), "text": .string(heading.text)]
    }

    private static func link(_ seen: WatchedLinks.Seen) -> JSONValue {
        let (link, resolved) = (seen.link, seen.resolved)
        let href = resolved.href ?? (link.isAbsolute ? link.target : nil)
        return [
            "kind": .string(name(link.kind)), "target": .string(link.target), "text": .string(link.text),
            "to": .string(name(resolved.kind)),
            "href": JSONValue(href),
        ]
    }

    private static func name(_ kind: DocumentLink.Kind) -> String {
        switch kind {
        case .markdown: "link"
        case .wikilink: "wikilink"
        case .image: "image"
        case .embed: "embed"
        case .video: "video"
        case .audio: "audio"
        }
    }

    private static func name(_ kind: ResolvedLink.Kind) -> String {
        switch kind {
        case .page, .embedded: "page"
        case .missing: "missing"
        case .file, .image: "file"
        case .external: "external"
        }
    }
}

/// Notes what another provider answers, so that the HTML and the list of links come from one lookup.
private final class WatchedLinks: LinkProvider {
    struct Seen {
        let link: DocumentLink
        let resolved: ResolvedLink
    }

    private(set) var seen: [Seen] = []
    private let lookUp: (DocumentLink) -> ResolvedLink

    init(_ links: some LinkProvider) {
        lookUp = links.resolve
    }

    func resolve(_ link: DocumentLink) -> ResolvedLink {
        let resolved = lookUp(link)
        seen.append(Seen(link: link, resolved: resolved))
        return resolved
    }
}
