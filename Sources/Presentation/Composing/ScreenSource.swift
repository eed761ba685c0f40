package import Git
package import Markup
package import WikiCore
package import Wording

/// What screens of a wiki are made from besides one of its states: addresses, words and settings, and what is known apart from git.
/// The server and the static export make the same screens from it.
package struct ScreenSource: Sendable {
    /// Addresses and words.
    package let context: ViewContext
    /// The settings.
    package let configuration: Configuration
    /// Differences that were made already.
    package let differences: DiffCache
    /// Says who pushed a commit. Blocking.
    package let pushNotes: @Sendable (ObjectID) throws -> PushNotes
    /// Asks for the authors of a page that nobody has followed yet.
    package let wantAuthors: @Sendable (Int64) -> Void

    /// Where a page is had as a book, where it is the beginning of one.
    package let downloads: @Sendable (Page, Document) -> [LinkView]
    /// Parts that were made already; nil where each page makes its own.
    package let shelf: PartShelf?

    package init(
        context: ViewContext, configuration: Configuration, differences: DiffCache,
        pushNotes: @escaping @Sendable (ObjectID) throws -> PushNotes, wantAuthors: @escaping @Sendable (Int64) -> Void,
        downloads: @escaping @Sendable (Page, Document) -> [LinkView] = { _, _ in [] }, shelf: PartShelf? = nil
    ) {
        self.context = context
        self.configuration = configuration
        self.differences = differences
        self.pushNotes = pushNotes
        self.wantAuthors = wantAuthors
        self.downloads = downloads
        self.shelf = shelf
    }

    /// Addresses.
    package var urls: SiteURL { context.urls }
    /// Words.
    package var words: Phrasebook { context.words }
}
