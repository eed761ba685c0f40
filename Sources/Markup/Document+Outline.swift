extension Document {
    /// A link of a text, with the number of lists that it stands in below the outermost one.
    package struct OutlineLink: Sendable {
        /// The link.
        package let link: DocumentLink
        /// 0 in no list or in an outermost one.
        package let depth: Int
    }

    /// The links in the order of the text, as deep as they are nested in lists. Linear.
    package func outline() -> [OutlineLink] {
        var depth = 0
        var result: [OutlineLink] = []
        for piece in pieces {
            switch piece {
            // Sanitised: every `<` begins a tag.
            case .html(let html): depth += Self.listBalance(html.string.utf8)
            case .slot(let index) where links.indices.contains(index):
                result.append(OutlineLink(link: links[index], depth: max(0, depth - 1)))
            case .slot: break
            }
        }
        return result
    }

    private static func listBalance(_ html: some Sequence<UInt8>) -> Int {
        var balance = 0
        var tag: [UInt8]?
        for byte in html {
            if byte == UInt8(ascii: "<") {
                tag = []
            } else if tag != nil, tag?.count ?? 0 < 4 {
                tag?.append(byte)
                if let tag, tag.count >= 3, let change = change(of: tag) { balance += change }
            }
        }
        return balance
    }

    /// What the beginning of a tag does to the depth: `ul>`, `ol ` and `/ul>`, to the byte in which it is told.
    private static func change(of tag: [UInt8]) -> Int? {
        let ends: [UInt8] = [UInt8(ascii: ">"), UInt8(ascii: " ")]
        if tag.count == 3, ends.contains(tag[2]), tag[1] == UInt8(ascii: "l"), tag[0] == UInt8(ascii: "u") || tag[0] == UInt8(ascii: "o") {
            return 1
        }
        return tag.elementsEqual("/ul>".utf8) || tag.elementsEqual("/ol>".utf8) ? -1 : nil
    }
}
