/// The places of a page that a fragment can lead to.
///
/// Authors' own names (`<a name="x">`) get the prefix `user-content-`, as on GitHub, so that they can never stand for a part of the
/// interface; links of the same page still find them by the name that the author gave.
struct PagePlaces {
    static let prefix = "user-content-"

    private var authors: Set<[UInt8]> = []
    private var headings: Set<[UInt8]> = []
    private var written: Set<[UInt8]> = []
    /// The anchors that stand in the article besides those of headings, in its order.
    private(set) var anchors: [String] = []

    mutating func insert(author name: some Sequence<UInt8>) {
        let name = Array(name)
        authors.insert(name.starts(with: Self.prefix.utf8) ? Array(name.dropFirst(Self.prefix.utf8.count)) : name)
    }

    mutating func insert(heading anchor: String) {
        headings.insert(Array(anchor.utf8))
    }

    /// Takes note of an anchor that stands in the article and is no heading's.
    mutating func insert(anchor: String) {
        if written.insert(Array(anchor.utf8)).inserted { anchors.append(anchor) }
    }

    /// Whether a link to `#name` leads to a place of the article, or to its top.
    func holds(_ name: [UInt8]) -> Bool {
        let anchor = Array(address(of: name).dropFirst())
        return headings.contains(anchor) || written.contains(anchor) || HeadingAnchors.isTop(anchor)
    }

    /// Where a link to `#name` leads, with the `#`: a heading also by its words. An unknown name stays as it is, unless it is words.
    func address(of name: [UInt8]) -> [UInt8] {
        let sign = UInt8(ascii: "#")
        if authors.contains(name), !headings.contains(name) { return [sign] + Array(Self.prefix.utf8) + name }
        if headings.contains(name) { return [sign] + name }
        let anchor = Array(HeadingAnchors.anchor(for: String(decoding: name, as: UTF8.self)).utf8)
        return [sign] + (headings.contains(anchor) || name.contains(UInt8(ascii: " ")) ? anchor : name)
    }
}
