extension Configuration {
    /// Which part of the repository is the wiki.
    package struct Pages: Sendable, Equatable {
        /// The folder that holds the pages, without slashes at its ends; empty for the whole repository.
        package var root = ""
        /// The path of the home page; `nil` for the first of `Home`, `index`, `README`.
        package var home: String?

        /// The defaults.
        package init() {}
    }
}
