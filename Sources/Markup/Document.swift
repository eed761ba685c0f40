/// A page as a worker returns it: sanitised HTML with numbered slots for whatever depends on other pages, and all that an index wants to know.
///
/// A document depends on nothing but the bytes of the Markdown and `rendererVersion`, so it can be kept for ever under both.
package struct Document: Sendable, Equatable {
    /// Raised whenever the same Markdown may give another document; documents of another version are made anew.
    package static let rendererVersion = 8

    /// What the page says about itself.
    package var frontMatter: FrontMatter
    /// The front matter's title, else the text of an `# H1` that opens the page (which then is not in `pieces` again).
    package var title: String?
    /// The article in order.
    package var pieces: [DocumentPiece]
    /// What the slots of `pieces` stand for.
    package var links: [DocumentLink]
    /// The headings in order, without the one that became the title.
    package var headings: [Heading]
    /// The anchors of its other places: those that its author named, and its footnotes'.
    package var places: [String]
    /// What links within the page name though it has no such place, each once, as it is written after the `#`; a limited number.
    package var lostFragments: [String]
    /// The visible words for full text: headings in place, code included, comments not; blocks end with a newline.
    package var plainText: String
    /// The languages of fenced code, lower case, sorted, each once.
    package var codeLanguages: [String]
    /// Whether a theme may want to set formulas.
    package var hasMath: Bool
    /// Whether this is the escaped source, shown because the page could not be rendered.
    package var isSource: Bool

    package init(
        frontMatter: FrontMatter = FrontMatter(), title: String? = nil, pieces: [DocumentPiece] = [], links: [DocumentLink] = [],
        headings: [Heading] = [], places: [String] = [], lostFragments: [String] = [], plainText: String = "",
        codeLanguages: [String] = [], hasMath: Bool = false, isSource: Bool = false
    ) {
        self.frontMatter = frontMatter
        self.title = title
        self.pieces = pieces
        self.links = links
        self.headings = headings
        self.places = places
        self.lostFragments = lostFragments
        self.plainText = plainText
        self.codeLanguages = codeLanguages
        self.hasMath = hasMath
        self.isSource = isSource
    }
}
