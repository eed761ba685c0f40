extension Configuration {
    /// How links are read.
    package struct Links: Sendable, Equatable {
        /// Which side of `[[A|B]]` names the page.
        package enum WikilinkOrder: String, Sendable, Equatable, CaseIterable {
            /// `[[Page|text]]`, as MediaWiki and Obsidian write it.
            case targetFirst = "target-first"
            /// `[[text|Page]]`, as Gollum and GitHub write it.
            case textFirst = "text-first"
        }

        /// Which side of `[[A|B]]` names the page.
        package var wikilinks = WikilinkOrder.targetFirst
        /// Beginnings of absolute links that mean this wiki: paths (`/wiki/`) or old addresses.
        package var prefixes: [String] = []
        /// The address of the site around the wiki, against which other absolute paths are resolved.
        package var base: String?

        /// The defaults.
        package init() {}
    }
}
