extension Configuration {
    /// The servers in front of the wiki.
    package struct Proxies: Sendable, Equatable {
        /// Their addresses or networks (`10.0.0.0/8`). What they say of a client is believed, and nobody else.
        package var trusted: [String] = []
        /// The header in which they name who logged in with them; `nil` where they do not.
        package var userHeader: String?

        /// The defaults.
        package init() {}
    }
}
