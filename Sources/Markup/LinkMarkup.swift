/// Writes the HTML of one slot. Everything that comes from the author or the provider is escaped here.
struct LinkMarkup {
    let link: DocumentLink
    let resolved: ResolvedLink

    var html: String {
        switch link.kind {
        case .markdown: openingAnchor
        case .wikilink: openingAnchor + escapedHTML(text) + "</a>"
        case .image: image
        case .embed: embed
        case .video: openingMedia("video")
        case .audio: openingMedia("audio")
        }
    }

    private var text: String {
        resolved.usesAlternate ? link.alternate?.text ?? link.text : link.text
    }

    private var openingAnchor: String {
        var tag = "<a"
        switch resolved.kind {
        case .missing: tag += attribute("class", "missing")
        case .external: tag += attribute("rel", "nofollow ugc noopener")
        case .page, .file, .image, .embedded: break
        }
        if let href { tag += attribute("href", href) }
        return tag + attribute("title", title) + ">"
    }

    /// A missing page must say so in words even where the author gave the link a title.
    private var title: String? {
        resolved.kind == .missing ? resolved.title ?? link.title : link.title ?? resolved.title
    }

    private var href: String? {
        if let href = resolved.href { return href }
        return link.isAbsolute ? link.target : nil
    }

    private var image: String {
        switch resolved.kind {
        case .missing: return openingAnchor + escapedHTML(link.text.isEmpty ? link.target : link.text) + "</a>"
        case .page, .file, .image, .embedded, .external: break
        }
        guard let href else { return escapedHTML(link.text) }
        var tag = "<img" + attribute("src", href) + " alt=\"" + escapedHTML(link.text) + "\""
        tag += attribute("width", link.width.map(String.init)) + attribute("height", link.height.map(String.init))
        return tag + attribute("align", link.alignment) + attribute("title", title) + " loading=\"lazy\">"
    }

    private var embed: String {
        let inner: String
        switch resolved.kind {
        case .embedded(let html) where link.isBlock || href == nil:
            return link.isBlock ? "<div class=\"embed\">" + html.string + "</div>\n" : html.string
        case .image: inner = image
        case .page, .missing, .file, .embedded, .external: inner = openingAnchor + escapedHTML(text) + "</a>"
        }
        return link.isBlock ? "<p>" + inner + "</p>\n" : inner
    }

    private func openingMedia(_ name: String) -> String {
        var tag = "<" + name
        if resolved.kind != .missing, let href { tag += attribute("src", href) }
        tag += attribute("width", link.width.map(String.init)) + attribute("height", link.height.map(String.init))
        return tag + attribute("title", title) + " controls preload=\"none\">"
    }

    private func attribute(_ name: String, _ value: String?) -> String {
        guard let value else { return "" }
        return " " + name + "=\"" + escapedHTML(value) + "\""
    }
}
