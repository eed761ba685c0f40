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
        let shown = rest.map(Self.withoutAddress)
        body = rest.isEmpty ? nil : String(decoding: Array(shown.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }

    /// A line without the e-mail address in angle brackets at its end, as `Co-authored-by` and its like have one:
    /// addresses from git are never shown.
    private static func withoutAddress(_ line: Array<UInt8>.SubSequence) -> Array<UInt8>.SubSequence {
        let blanks = line.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        let text = line.dropLast(blanks)
        guard text.last == UInt8(ascii: ">"), let open = text.lastIndex(of: UInt8(ascii: "<")),
            text[open...].contains(UInt8(ascii: "@"))
        else { return line }
        return text[..<open]
    }
}
