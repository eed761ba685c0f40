/// An article while it is written: HTML, and places that only the whole page can fill.
struct ArticleParts {
    private enum Part {
        case html([UInt8])
        case slot(Int)
        case fragment([UInt8])
        case tableOfContents
    }

    private var parts: [Part] = []
    private var current: [UInt8] = []
    private(set) var size = 0
    private var hasTableOfContents = false

    mutating func append(_ html: String) {
        current.append(contentsOf: html.utf8)
        size += html.utf8.count
    }

    mutating func append(verbatim html: [UInt8]) {
        current.append(contentsOf: html)
        size += html.count
    }

    mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        let before = current.count
        current.appendEscaped(contentsOf: text)
        size += current.count - before
    }

    mutating func appendSlot(_ index: Int) {
        end(with: .slot(index))
    }

    /// The value of an `href` to a place on this page, with `#`.
    mutating func appendFragment(_ name: [UInt8]) {
        end(with: .fragment(name))
    }

    /// Only the first is kept: many tables of many headings would be a way to fill the memory.
    mutating func appendTableOfContents() {
        guard !hasTableOfContents else { return }
        hasTableOfContents = true
        end(with: .tableOfContents)
    }

    private mutating func end(with part: Part) {
        if !current.isEmpty { parts.append(.html(current)) }
        current = []
        parts.append(part)
    }

    /// The most fragments of links that are told of.
    private static let fragmentLimit = 1000

    /// What links to places on this page name, as far as a condition takes it: each once, in the order of the page.
    func fragments(where isWanted: ([UInt8]) -> Bool) -> [String] {
        var seen: Set<[UInt8]> = []
        var found: [String] = []
        for case .fragment(let name) in parts where found.count < Self.fragmentLimit && isWanted(name) && seen.insert(name).inserted {
            found.append(String(decoding: name, as: UTF8.self))
        }
        return found
    }

    /// The pieces of the document, once all headings and names of the page are known.
    consuming func pieces(headings: [Heading], places: PagePlaces) -> [DocumentPiece] {
        if !current.isEmpty { parts.append(.html(current)) }
        var result: [DocumentPiece] = []
        var html: [UInt8] = []
        for part in parts {
            switch part {
            case .html(let bytes): html.append(contentsOf: bytes)
            case .fragment(let name): html.appendEscaped(contentsOf: places.address(of: name))
            case .tableOfContents: html.append(contentsOf: TableOfContents(headings).html.utf8)
            case .slot(let index):
                if !html.isEmpty { result.append(.html(SafeHTML(trusted: String(decoding: html, as: UTF8.self)))) }
                html = []
                result.append(.slot(index))
            }
        }
        if !html.isEmpty { result.append(.html(SafeHTML(trusted: String(decoding: html, as: UTF8.self)))) }
        return result
    }
}
