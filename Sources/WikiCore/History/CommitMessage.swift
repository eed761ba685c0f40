/// A commit's message as people may see it: cut into its first line and the rest, whatever line ends it came with, and without
/// e-mail addresses, which are never shown. All that shows a message takes it from here.
package struct CommitMessage: Sendable {
    /// The first line that is not blank; empty where there is none.
    package let subject: String
    /// The text below the first line, without the blank lines around it; nil where there is none.
    package let body: String?

    /// Reads a message. Linear.
    package init(_ message: String) {
        let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Self.plain($0) }
        let text = lines.drop(while: Self.isBlank)
        subject = Self.shown(text.first ?? [], isBody: false)
        let rest = text.dropFirst().drop(while: Self.isBlank)
        let end = rest.lastIndex { !Self.isBlank($0) }
        body = end.map { rest[...$0].map { Self.shown($0, isBody: true) }.joined(separator: "\n") }
    }

    /// The subject alone; reads no further than it reaches.
    package static func subject(of message: String) -> String {
        var rest = message.utf8[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")), isBlank(rest[..<end]) { rest = rest[rest.index(after: end)...] }
        let line = plain(rest.prefix { $0 != UInt8(ascii: "\n") })
        return isBlank(line) ? "" : shown(line, isBody: false)
    }

    private static func plain(_ line: some Sequence<UInt8>) -> [UInt8] { line.filter { $0 != UInt8(ascii: "\r") } }

    private static func isBlank(_ line: some Sequence<UInt8>) -> Bool { line.allSatisfy { $0 <= UInt8(ascii: " ") } }

    private static func shown(_ line: [UInt8], isBody: Bool) -> String {
        AddressFilter.filtered(String(decoding: line, as: UTF8.self), isBody: isBody)
    }
}
