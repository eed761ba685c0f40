extension Configuration {
    /// Where the server listens.
    package struct Server: Sendable, Equatable {
        /// The address or name to listen on. The default is reachable from this machine only.
        package var host = "127.0.0.1"
        /// The TCP port; 0 lets the system choose.
        package var port = 8080

        /// The defaults.
        package init() {}
    }
}
