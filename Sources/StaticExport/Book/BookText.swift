/// A chapter's article as it goes into a book: finished but for the addresses, which only the whole book knows.
struct BookText {
    /// A place in a book.
    struct Target {
        /// The number of the section; nil for the one that the link stands in.
        var section: Int?
        /// Which names count: 0 for the chapter's own, else those of a page that is shown in it.
        var scope = 0
        /// What stood behind `#`, raw.
        var fragment: [UInt8]?
    }

    private enum Part {
        case bytes([UInt8])
        /// The `href` of a link, left out where nothing stands there.
        case link(Target)
        /// The `src` of a picture.
        case picture(Int)
    }

    private var parts: [Part] = []
    private var current: [UInt8] = []
    /// How many bytes there are without the addresses.
    private(set) var size = 0
    /// The names of the places in it.
    var places = BookPlaces(prefix: "")
    /// Whether formulas stand in it.
    var hasMath = false
    /// Addresses that no reader of books takes, each once, as far as they are told; their links are words alone.
    private(set) var lost: [String] = []

    mutating func append(_ bytes: some Collection<UInt8>) {
        current.append(contentsOf: bytes)
        size += bytes.count
    }

    mutating func append(_ text: String) { append(text.utf8) }

    mutating func note(lost address: [UInt8]) {
        let text = String(decoding: address.prefix(200), as: UTF8.self)
        if lost.count < 20, !lost.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { lost.append(text) }
    }

    mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
        let before = current.count
        XMLText.append(escaped: text, to: &current)
        size += current.count - before
    }

    mutating func appendLink(_ target: Target) { end(with: .link(target)) }

    mutating func appendPicture(_ number: Int) { end(with: .picture(number)) }

    private mutating func end(with part: Part) {
        if !current.isEmpty { parts.append(.bytes(current)) }
        current = []
        parts.append(part)
        size += 32
    }

    /// The article with its addresses in place.
    /// - Parameters:
    ///   - href: the address of a place, nil where there is none.
    ///   - source: the address of a picture, nil where it may not be shown here.
    func written(href: (Target) -> String?, source: (Int) -> String?) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(size)
        for part in parts + [.bytes(current)] {
            switch part {
            case .bytes(let bytes): output.append(contentsOf: bytes)
            case .link(let target): Self.append("href", href(target), to: &output)
            case .picture(let number): Self.append("src", source(number) ?? "data:,", to: &output)
            }
        }
        return output
    }

    private static func append(_ name: String, _ value: String?, to output: inout [UInt8]) {
        guard let value else { return }
        output.append(contentsOf: " \(name)=\"".utf8)
        XMLText.append(value.utf8, to: &output)
        output.append(UInt8(ascii: "\""))
    }
}
