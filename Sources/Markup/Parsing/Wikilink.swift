/// The inside of `[[…]]` or `![[…]]`, read in both orders.
struct Wikilink: Equatable {
    /// A name as it is written, with its heading.
    struct Place: Equatable {
        var target: String
        var heading: String?

        init(_ bytes: some Sequence<UInt8>) {
            let written = Array(bytes)
            let sign = written.firstIndex(of: UInt8(ascii: "#"))
            target = String(decoding: written[..<(sign ?? written.endIndex)].trimmingBlanks, as: UTF8.self)
            heading = sign.map { String(decoding: written[($0 + 1)...].trimmingBlanks, as: UTF8.self) }
        }

        /// What is shown where no text was given.
        var label: String {
            guard let heading, !heading.isEmpty else { return target }
            return target.isEmpty ? heading : target + " › " + heading
        }

        var fragment: String? {
            heading.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    private(set) var place: Place
    private(set) var text: String
    private(set) var alternate: DocumentLink.Alternate?
    /// Of `![[picture.png|300x200]]`.
    private(set) var width: Int?
    private(set) var height: Int?

    init(_ content: some Collection<UInt8>, isEmbed: Bool = false) {
        var sides: [[UInt8]] = [[]]
        for byte in content {
            guard byte == SourceMarkers.pipe || byte == UInt8(ascii: "|"), sides.count < 2 else {
                sides[sides.count - 1].append(byte == SourceMarkers.pipe ? UInt8(ascii: "|") : byte)
                continue
            }
            if sides[0].last == UInt8(ascii: "\\") { sides[0].removeLast() }
            sides.append([])
        }
        place = Place(sides[0])
        text = place.label
        guard sides.count == 2 else { return }
        let second = String(decoding: sides[1].trimmingBlanks[...], as: UTF8.self)
        if isEmbed, let size = ImageSize(second) {
            (width, height) = (size.width, size.height)
        } else {
            let other = Place(sides[1])
            alternate = DocumentLink.Alternate(
                target: other.target, fragment: other.fragment, text: String(decoding: sides[0].trimmingBlanks, as: UTF8.self))
            if !second.isEmpty { text = second }
        }
    }

    /// `[[_TOC_]]` asks for the table of contents.
    var isTableOfContents: Bool { place.target == "_TOC_" && place.heading == nil && alternate == nil }

    func link(isEmbed: Bool, isBlock: Bool) -> DocumentLink {
        var target = place.target
        var isAbsolute = false
        if case .web(let address) = LinkDestination(Array(place.target.utf8)) {
            isAbsolute = true
            target = address + (place.heading.map { "#" + $0 } ?? "")
        }
        return DocumentLink(
            kind: isEmbed ? .embed : .wikilink, target: target, fragment: isAbsolute ? nil : place.fragment, text: text,
            width: width, height: height, alternate: alternate, isAbsolute: isAbsolute, isBlock: isBlock)
    }
}

extension RandomAccessCollection<UInt8> {
    /// Without spaces and tabs at both ends.
    var trimmingBlanks: SubSequence {
        let isBlank: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
        var slice = self[...]
        while let first = slice.first, isBlank(first) { slice = slice.dropFirst() }
        while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
        return slice
    }
}
