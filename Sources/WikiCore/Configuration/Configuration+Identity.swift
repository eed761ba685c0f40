extension Configuration {
    /// How people are named in commits.
    package struct Identity: Sendable, Equatable {
        /// The domain of the addresses that commits carry (`ID+name@users.noreply.DOMAIN`).
        ///
        /// It is fixed when the wiki is made: another domain would split every person in two.
        package var domain = "localhost"

        /// The defaults.
        package init() {}
    }
}
