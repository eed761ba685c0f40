/// What a page says about itself in the block before its text. Unknown keys stay in the file and mean nothing here.
package struct FrontMatter: Sendable, Equatable {
    /// How the block is written.
    package enum Format: UInt8, Sendable {
        /// There is no block.
        case none
        /// Between lines of `---`.
        case yaml
        /// Between lines of `+++`: hidden, kept, not read but for `draft`.
        case toml
    }

    /// How the block is written.
    package var format: Format = .none
    /// Bytes that the block takes at the start of the file, its fences, the line end after them and a BOM included.
    package var byteCount: Int = 0
    /// Overrides every other title.
    package var title: String?
    /// One sentence for search engines and lists.
    package var description: String?
    /// Subjects, in the author's order, each once.
    package var tags: [String] = []
    /// Other names that lead here.
    package var aliases: [String] = []
    /// A BCP 47 language tag, checked for its form.
    package var language: String?
    /// The page that a reader is sent to instead.
    package var redirect: String?
    /// The licence of this page where it differs from the wiki's.
    package var license: String?
    /// Whether the page asks not to be listed and exported yet. Where the block can't be read, a line of it may say so.
    package var isDraft: Bool = false
    /// The place among its siblings, in lists and books: less comes first. Finite.
    package var order: Double?
    /// The pages of a site in their order, as `mkdocs.yml` tells them.
    package var navigation: NavigationList?
    /// The book that the page describes; nil where it describes none.
    package var book: BookMatter?
    /// Why the block could not be read; the page is shown all the same.
    package var problem: FrontMatterProblem?

    package init() {}

    /// The block's bytes in the file, for editors that keep it.
    package var range: Range<Int> { 0..<byteCount }
}
