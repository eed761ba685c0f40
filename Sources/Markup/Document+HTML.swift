extension Document {
    /// About how many bytes the article has before its slots are filled.
    package var htmlSize: Int { pieces.reduce(0) { $0 + $1.estimatedSize } }

    /// The article with every slot filled. Linear in the size of pieces and resolved links.
    package func html(_ provider: some LinkProvider) -> SafeHTML {
        var output = ""
        output.reserveCapacity(htmlSize)
        for piece in pieces {
            switch piece {
            case .html(let html): output += html.string
            case .slot(let index) where links.indices.contains(index):
                let link = links[index]
                output += LinkMarkup(link: link, resolved: provider.resolve(link)).html
            case .slot: break
            }
        }
        return SafeHTML(trusted: output)
    }
}

extension DocumentPiece {
    fileprivate var estimatedSize: Int {
        switch self {
        case .html(let html): html.string.utf8.count
        case .slot: 96
        }
    }
}
