/// Something that a reader should know before the text.
package enum PageNote: Sendable {
    /// The reader was led here from another page.
    case redirectedFrom([UInt8])
    /// The page's own redirect leads back to itself.
    case redirectsToItself
    /// The page's own redirect names no page; the path that one would have, where there can be one.
    case redirectsToMissing(String, path: [UInt8]?)
    /// The front matter is not YAML; the reason in the parser's words.
    case brokenFrontMatter(String)
    /// The text could not be rendered in time.
    case shownAsSource
    /// The page is marked as a draft.
    case draft
    /// Another wiki's format, and where the file itself can be had.
    case otherFormat(String, file: String)
}
