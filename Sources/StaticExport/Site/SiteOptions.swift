package import Git
import Presentation

/// How a static site is made.
package struct SiteOptions: Sendable {
    /// Where the site will stand, such as `https://example.org/docs/`: for canonical links, feeds, the sitemap and previews. Nil where
    /// nobody knows.
    package var baseURL: String?
    /// The wiki itself, to which editing and what the site does not hold lead; nil where readers can't go there.
    package var wikiURL: String?
    /// How much of the past it shows.
    package var history = HistoryDepth.recent
    /// Only pages that this fits; nil for all.
    package var pages: PathPattern?
    /// The language of the interface; nil for the wiki's.
    package var language: String?
    /// Whether each file has its compressed twin beside it.
    package var compresses = false
    /// Whether a `_redirects` file names what has moved, for hosts that read one.
    package var writesRedirects = false
    /// Whether links that lead nowhere are an error.
    package var isStrict = false

    package init() {}
}
