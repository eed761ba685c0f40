/// A client's end of a conversation with git, however it came: over HTTP, or over SSH.
protocol GitClient: Sendable {
    /// The next bytes that it sent; nil at their end, and ever after. Asked by one task at a time.
    func read() async throws -> [UInt8]?
    /// Hands it bytes; waits while it takes none. Asked by one task at a time.
    func write(_ bytes: [UInt8]) async throws
    /// Shows it bytes beside the protocol, as a program's standard error; nothing where there is no such place.
    func complain(_ bytes: [UInt8]) async
}
