import Synchronization

/// Parses and sanitises one page in this process. Only workers call it with people's text: a hostile page may take any time, or end the process.
///
/// The way of a page: UTF-8 check, front matter, cheap bounds, markers for what cmark has no hook for, cmark-gfm, a tree of values, HTML with
/// authors' HTML in it as it is, gumbo, and one walk over gumbo's tree that writes only what is allowed.
package struct MarkdownParser: Sendable {
    /// cmark and GNU Source-highlight keep state for the whole process, so pages take turns. A worker has one at a time anyway.
    private static let turn = Mutex(())

    /// The longest page where nobody says otherwise, in bytes.
    package static let usualSizeLimit = 2 << 20

    /// The longest page, in bytes.
    package var sizeLimit: Int
    /// The most HTML that a page may give, in bytes.
    package var outputLimit: Int

    package init(sizeLimit: Int = usualSizeLimit, outputLimit: Int? = nil) {
        self.sizeLimit = sizeLimit
        self.outputLimit = outputLimit ?? Self.outputLimit(for: sizeLimit)
    }

    /// The HTML that pages of some length may usually give, in bytes.
    package static func outputLimit(for size: Int) -> Int { size * 8 }

    /// The document of a page. Throws where the page is refused before or while it is parsed.
    package func document(_ markdown: [UInt8]) throws(MarkupError) -> Document {
        guard markdown.count <= sizeLimit else { throw .tooLarge }
        guard String(validating: markdown, as: UTF8.self) != nil else { throw .notUTF8 }
        return try Self.turn.withLock { _ throws(MarkupError) in try parse(markdown) }
    }

    private func parse(_ markdown: [UInt8]) throws(MarkupError) -> Document {
        let block = FrontMatterBlock(markdown)
        let source = markdown[block.end...]
        guard !Complexity.isTooHigh(source) else { throw .tooComplex }
        let frontMatter = FrontMatterReader.read(block, of: markdown)

        var tree = CommonMark.parse(SourceMarkers.insert(into: source))
        tree.markAlerts()
        let mark = TrustedMark(absentFrom: source)
        let rendered = try MarkdownRenderer(tree: tree, mark: mark, outputLimit: outputLimit).rendered()
        let sanitiser = Sanitiser(
            tree: Gumbo.parse(rendered.html), trusted: rendered.trusted, mark: mark, outputLimit: outputLimit, knownTitle: frontMatter.title
        )
        let output = try sanitiser.sanitised()
        let lost = output.parts.fragments { !output.places.holds($0) }
        return Document(
            frontMatter: frontMatter,
            title: frontMatter.title ?? output.title,
            pieces: output.parts.pieces(headings: output.headings, places: output.places),
            links: output.links,
            headings: output.headings,
            places: output.places.anchors,
            lostFragments: lost,
            plainText: String(decoding: output.plainText, as: UTF8.self),
            codeLanguages: rendered.codeLanguages.sorted(),
            hasMath: rendered.hasMath)
    }
}
