/// A file of the index: a script that hands lines of text to one function, as a template literal, which may hold line ends.
struct SearchScript {
    /// The lines, each with its end, escaped as they stand in the script.
    private(set) var lines: [UInt8]

    private static let newline = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "`")
    private static let backslash = UInt8(ascii: "\\")
    private static let dollar = UInt8(ascii: "$")

    /// Takes lines that are escaped already.
    init(lines: [UInt8] = []) { self.lines = lines }

    /// Takes lines as they were written; nil where the bytes are no such script.
    init?(script: [UInt8]) {
        guard let start = script.firstIndex(of: Self.quote), let end = script.lastIndex(of: Self.quote), end > start + 1,
            script[start + 1] == Self.newline, script[end - 1] == Self.newline
        else { return nil }
        lines = Array(script[(start + 2)..<max(end, start + 2)])
    }

    /// The script: it begins with a line end, so that each line stands between two.
    func bytes(function: String, name: String) -> [UInt8] {
        Array("stemmaSearch.\(function)(\"\(name)\",`\n".utf8) + lines + Array("`);\n".utf8)
    }

    /// Adds a line; control characters in it become spaces.
    mutating func append(_ text: some Sequence<UInt8>) {
        Self.escape(text, into: &lines)
        lines.append(Self.newline)
    }

    /// Adds a line that is escaped already.
    mutating func append(escaped line: some Sequence<UInt8>) {
        lines += line
        lines.append(Self.newline)
    }

    /// Adds what a literal may hold for a text.
    static func escape(_ text: some Sequence<UInt8>, into bytes: inout [UInt8]) {
        for byte in text {
            if byte == quote || byte == backslash || byte == dollar { bytes.append(backslash) }
            bytes.append(byte < 0x20 || byte == 0x7F ? UInt8(ascii: " ") : byte)
        }
    }

    /// The text of what ``escape(_:into:)`` wrote.
    static func unescaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            isEscaped = byte == backslash && !isEscaped
            if !isEscaped { text.append(byte) }
        }
        return text
    }

    /// The lines as they stand in the script, without their ends.
    var rows: [ArraySlice<UInt8>] { lines.split(separator: Self.newline, omittingEmptySubsequences: false).dropLast() }
}
