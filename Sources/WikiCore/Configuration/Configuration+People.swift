extension Configuration {
    /// What is shown of the people who edit.
    package struct People: Sendable, Equatable {
        /// Whether they may be listed by how much they wrote. People may leave themselves out.
        package var ranking = false

        /// The defaults.
        package init() {}
    }
}
