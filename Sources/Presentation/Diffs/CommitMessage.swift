/// A commit message cut into its first line and the rest, by bytes, whatever line ends it came with.
struct CommitMessage: Sendable {
    let subject: String
    /// The text below the first line, without the empty lines around it; nil where there is none.
    let body: String?

    init(_ message: String) {
        let lines = message.utf8.filter { $0 != UInt8(ascii: "\r") }.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        subject = String(decoding: lines.first ?? [], as: UTF8.self)
        var rest = lines.dropFirst()
        while rest.first?.isEmpty == true { rest.removeFirst() }
        while rest.last?.isEmpty == true { rest.removeLast() }
        body = rest.isEmpty ? nil : String(decoding: Array(rest.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }
}
