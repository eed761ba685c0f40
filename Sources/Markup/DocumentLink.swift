/// A link, image or embed of a page: what it names, before anybody looked whether that exists.
package struct DocumentLink: Sendable, Equatable {
    /// How it was written, and so what its slot stands for.
    package enum Kind: UInt8, Sendable {
        /// `[text](target)`, an autolink or `<a href>`: the slot is the opening tag.
        case markdown
        /// `[[target]]`: the slot is the whole element.
        case wikilink
        /// `![alt](target)` or `<img src>`: the slot is the whole element.
        case image
        /// `![[target]]`: the slot is the whole element.
        case embed
        /// `<video src>`: the slot is the opening tag.
        case video
        /// `<audio src>`: the slot is the opening tag.
        case audio
    }

    /// The other way to read `[[A|B]]`, with the text before the target.
    package struct Alternate: Sendable, Equatable {
        /// See `DocumentLink.target`.
        package var target: String
        /// See `DocumentLink.fragment`.
        package var fragment: String?
        /// See `DocumentLink.text`.
        package var text: String

        package init(target: String, fragment: String? = nil, text: String) {
            self.target = target
            self.fragment = fragment
            self.text = text
        }
    }

    /// How it was written.
    package var kind: Kind
    /// The path, percent-decoded once for Markdown links and as written for wikilinks, without query and fragment; the whole address where `isAbsolute`.
    package var target: String
    /// What stood after `?` in a relative Markdown link, not decoded.
    package var query: String?
    /// What stood after `#`: decoded in a Markdown link, a heading's words or an author's name in a wikilink.
    package var fragment: String?
    /// The plain text shown: the link's words, an image's description.
    package var text: String
    /// The text shown while pointing at it.
    package var title: String?
    /// In CSS pixels.
    package var width: Int?
    /// In CSS pixels.
    package var height: Int?
    /// `left`, `right`, `center`, `top`, `middle` or `bottom`, for images.
    package var alignment: String?
    /// The other way to read a wikilink with a pipe.
    package var alternate: Alternate?
    /// Whether `target` is a whole `http` or `https` address. A provider may know that it means this wiki.
    package var isAbsolute: Bool
    /// Whether it stands alone as a block, so that a whole page may be put there.
    package var isBlock: Bool

    package init(
        kind: Kind, target: String, query: String? = nil, fragment: String? = nil, text: String = "", title: String? = nil,
        width: Int? = nil, height: Int? = nil, alignment: String? = nil, alternate: Alternate? = nil,
        isAbsolute: Bool = false, isBlock: Bool = false
    ) {
        self.kind = kind
        self.target = target
        self.query = query
        self.fragment = fragment
        self.text = text
        self.title = title
        self.width = width
        self.height = height
        self.alignment = alignment
        self.alternate = alternate
        self.isAbsolute = isAbsolute
        self.isBlock = isBlock
    }

    /// Whether it was written with a pipe, and so can be read in both orders.
    package var hasPipe: Bool { alternate != nil }
}
