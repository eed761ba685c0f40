/// What a link turned out to be. Values are raw: `Document.html` escapes them.
package struct ResolvedLink: Sendable, Equatable {
    /// What stands at the other end.
    package enum Kind: Sendable, Equatable {
        /// A page of the wiki.
        case page
        /// Nothing yet; `href` leads to where it can be made.
        case missing
        /// An attachment, linked.
        case file
        /// An attachment that is shown in place; `href` is its address.
        case image
        /// HTML that is shown in place.
        case embedded(SafeHTML)
        /// Outside this wiki: an absolute address that stays as it was written.
        case external
    }

    /// What stands at the other end.
    package var kind: Kind
    /// The address; for `.external` the link's own target is used where this is nil.
    package var href: String?
    /// Shown while pointing at it, where the author gave no title.
    package var title: String?
    /// Whether the alternate reading of `[[A|B]]` was taken, so that its text is shown.
    package var usesAlternate: Bool

    package init(_ kind: Kind, href: String? = nil, title: String? = nil, usesAlternate: Bool = false) {
        self.kind = kind
        self.href = href
        self.title = title
        self.usesAlternate = usesAlternate
    }

    /// A page at an address.
    package static func page(href: String, title: String? = nil, usesAlternate: Bool = false) -> ResolvedLink {
        ResolvedLink(.page, href: href, title: title, usesAlternate: usesAlternate)
    }

    /// No such page; `title` says so in words, `href` leads to the form that makes it.
    package static func missing(href: String?, title: String) -> ResolvedLink {
        ResolvedLink(.missing, href: href, title: title)
    }

    /// An attachment to link to.
    package static func file(href: String, usesAlternate: Bool = false) -> ResolvedLink {
        ResolvedLink(.file, href: href, usesAlternate: usesAlternate)
    }

    /// An image (or, for video and audio links, the recording) to show.
    package static func image(src: String) -> ResolvedLink {
        ResolvedLink(.image, href: src)
    }

    /// Another page's HTML; `href` is used instead where a block cannot stand.
    package static func embedded(_ html: SafeHTML, href: String? = nil) -> ResolvedLink {
        ResolvedLink(.embedded(html), href: href)
    }

    /// An address outside this wiki, as written.
    package static let external = ResolvedLink(.external)
}
