extension Configuration {
    /// The static site that follows the wiki.
    package struct Export: Sendable, Equatable {
        /// How much of the past it shows.
        package enum History: String, Sendable, Equatable, CaseIterable {
            /// Pages as they are.
            case none
            /// Each page's newest revisions.
            case recent
            /// Every revision of every page.
            case full
        }

        /// The folder that it is written into, absolute or below the data folder; `nil` where none follows.
        package var folder: String?
        /// The address at which it is published, always ending in a slash; `nil` where it is not known.
        package var baseURL: String?
        /// How much of the past it shows.
        package var history = History.none
        /// Whether a packed file stands beside each.
        package var gzip = false
        /// Whether former names are listed in a `_redirects` file, besides their stub pages.
        package var redirects = false
        /// The theme, as ``Site/theme`` names one; `nil` for the wiki's own.
        package var theme: String?

        /// The defaults.
        package init() {}
    }
}
