/// The places of a page that a fragment can lead to.
///
/// Authors' own names (`<a name="x">`) get the prefix `user-content-`, as on GitHub, so that they can never stand for a part of the
/// interface; links of the same page still find them by the name that the author gave.
struct PagePlaces {
    static let prefix = "user-content-"

    private var authors: Set<[UInt8]> = []
    private var headings: Set<[UInt8]> = []

    mutating func insert(author name: some Sequence<UInt8>) {
        authors.insert(Array(name))
    }

    mutating func insert(heading anchor: String) {
        headings.insert(Array(anchor.utf8))
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
