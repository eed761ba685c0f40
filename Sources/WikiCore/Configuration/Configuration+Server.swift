extension Configuration {
    /// Where the server listens.
    package struct Server: Sendable, Equatable {
        /// The address or name to listen on. The default is reachable from this machine only.
        package var host = "127.0.0.1"
        /// The TCP port; 0 lets the system choose.
        package var port = 8080

        /// The defaults.
        package init() {}

        /// True where surely nobody but this machine can reach it: `localhost`, `::1`, 127.0.0.0/8.
        package var isLoopback: Bool {
            if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
            let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
            return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
        }
    }
}
