extension Configuration {
    /// What is logged.
    package struct Log: Sendable, Equatable {
        /// How much is logged, from most to least. The raw values are those of swift-log.
        package enum Level: String, Sendable, Equatable, CaseIterable {
            case trace, debug, info, notice, warning, error, critical
        }

        /// Lines below this level are not written.
        package var level = Level.info

        /// The defaults.
        package init() {}
    }
}
