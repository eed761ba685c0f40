extension Configuration {
    /// What is kept of who did what.
    package struct Audit: Sendable, Equatable {
        /// After how many days the network addresses in it are dropped.
        package var addressDays = 90

        /// The defaults.
        package init() {}
    }
}
