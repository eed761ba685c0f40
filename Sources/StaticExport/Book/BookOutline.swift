import Markup

/// The lists of a page read as a table of contents: every entry with its depth, its words and the link that it begins with.
///
/// Lists in footnotes and in a page's own table of contents are none. One pass over the document's pieces.
struct BookOutline {
    /// An entry of the contents.
    struct Entry {
        /// 0 for those of the outermost list.
        let depth: Int
        /// The words of the link, else those of the entry.
        var title = ""
        /// The first link of the entry.
        var link: DocumentLink?
        /// The link's words are still coming, or a list inside has begun.
        fileprivate var isInLink = false
        fileprivate var isClosed = false
    }

    /// The most entries that are read.
    static let limit = 5000
    /// The deepest entry; those below stand beside it.
    static let depthLimit = 15
    /// The most bytes of an entry's words.
    private static let titleLimit = 500

    private(set) var entries: [Entry] = []
    /// Whether there were more entries than are read.
    private(set) var isCut = false
    private var depth = 0
    private var passed = 0
    /// The entries whose end has not come; nil for one that is not read.
    private var open: [Int?] = []

    init(_ document: Document) {
        for piece in document.pieces {
            switch piece {
            case .html(let html): read(Array(html.string.utf8))
            case .slot(let index) where document.links.indices.contains(index): take(document.links[index])
            case .slot: break
            }
        }
        for index in entries.indices { entries[index].title = Self.withoutBlanks(entries[index].title) }
    }

    private mutating func read(_ html: [UInt8]) {
        var place = 0
        while place < html.count {
            if html[place] == UInt8(ascii: "<"), let tag = BookTag(html, at: place) {
                take(tag)
                place = tag.end
            } else {
                let end = html[(place + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
                take(text: XMLText.unescaped(html[place..<end]))
                place = end
            }
        }
    }

    private mutating func take(_ tag: BookTag) {
        let step = tag.isEnd ? -1 : 1
        switch tag.name {
        case "section", "nav": passed += step
        case "ul", "ol":
            guard passed == 0 else { return }
            depth += step
            if !tag.isEnd, let entry = open.last ?? nil { entries[entry].isClosed = true }
        case "li" where passed == 0: tag.isEnd ? _ = open.popLast() : begin()
        case "a" where tag.isEnd:
            guard let entry = open.last ?? nil, entries[entry].isInLink else { return }
            (entries[entry].isInLink, entries[entry].isClosed) = (false, true)
        default: break
        }
    }

    private mutating func begin() {
        guard entries.count < Self.limit else {
            isCut = true
            return open.append(nil)
        }
        open.append(entries.count)
        entries.append(Entry(depth: min(max(0, depth - 1), Self.depthLimit)))
    }

    private mutating func take(_ link: DocumentLink) {
        guard passed == 0, let entry = open.last ?? nil, entries[entry].link == nil, !entries[entry].isClosed else { return }
        switch link.kind {
        case .markdown:
            (entries[entry].title, entries[entry].isInLink) = ("", true)
        case .wikilink:
            (entries[entry].title, entries[entry].isClosed) = (link.text, true)
        case .image, .embed, .video, .audio: return
        }
        entries[entry].link = link
    }

    private mutating func take(text: [UInt8]) {
        guard passed == 0, let entry = open.last ?? nil, !entries[entry].isClosed, entries[entry].title.utf8.count < Self.titleLimit else {
            return
        }
        entries[entry].title += String(decoding: text.prefix(Self.titleLimit), as: UTF8.self)
    }

    private static func withoutBlanks(_ text: String) -> String {
        text.utf8.split(whereSeparator: { $0 <= 32 }).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
