extension Configuration {
    /// What the wiki is called and how it presents itself.
    package struct Site: Sendable, Equatable {
        /// The name in the header, in titles and in feeds.
        package var name = "Wiki"
        /// The only source of absolute addresses: `http` or `https`, with a path where the wiki does not
        /// stand at the root, always ending in a slash. `nil` where it is not known.
        package var url: String?
        /// The licence of the texts, shown beneath the save button: a name or a Markdown link's text.
        package var license: String?
        /// The language of the interface and of pages that name none, as in `en` or `pt-BR`.
        package var language = "en"
        /// The name of an installed theme, or a path to one (anything that holds a slash).
        package var theme = "stemma"
        /// One sentence about the wiki, for search engines and previews.
        package var description: String?

        /// The defaults.
        package init() {}
    }
}
