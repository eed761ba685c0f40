/// Something of our own making in the HTML that goes to the sanitiser.
///
/// It stands there as an ordinary element with one attribute, whose name occurs nowhere in the page and whose value is an index into a
/// list of these. Authors cannot write such an attribute, and what it stands for never passes through the HTML parser.
enum TrustedElement: Equatable {
    /// The element stays, with these attributes and none of its own. Each begins with a space.
    case attributes(String)
    /// Finished HTML instead of the element, and its words for full text.
    case verbatim(html: [UInt8], text: [UInt8], isBlock: Bool)
    /// A slot instead of the element.
    case slot(DocumentLink)
    /// A place on this page instead of the element.
    case fragmentLink(fragment: String, text: String)
    /// The `# H1` that is the page's title.
    case title
    /// The table of contents instead of the element.
    case tableOfContents
}
