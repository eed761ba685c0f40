import Markup

/// Text as XML takes it.
enum XMLText {
    private static let ampersand = UInt8(ascii: "&")
    private static let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"].map { Array($0.utf8) }
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Appends text that is escaped already: an ampersand that begins none of our entities is escaped, too, and what XML forbids
    /// is replaced. Linear.
    static func append(escaped text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == ampersand {
                let isKnown = entities.contains { text[(index + 1)...].starts(with: $0) }
                output.append(contentsOf: isKnown ? [ampersand] : Array("&amp;".utf8))
            } else if byte == UInt8(ascii: "<") {
                output.append(contentsOf: "&lt;".utf8)
            } else if byte == UInt8(ascii: "\"") {
                output.append(contentsOf: "&quot;".utf8)
            } else if byte < 32, ![9, 10, 13].contains(byte) {
                output.append(contentsOf: replacement)
            } else if byte == 0xEF, isNoCharacter(text[index...]) {
                output.append(contentsOf: replacement)
                index += 2
            } else {
                output.append(byte)
            }
            index += 1
        }
    }

    /// Appends people's text.
    static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        output.append(contentsOf: EscapedText(bytes: text).string.utf8)
    }

    /// The text that escaped text stands for.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(ampersand) else { return Array(text) }
        let signs = "&<>\"'".utf8.map { $0 }
        var output: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == ampersand, let known = entities.firstIndex(where: { text[(index + 1)...].starts(with: $0) }) {
                output.append(signs[known])
                index += entities[known].count + 1
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    /// U+FFFE and U+FFFF.
    private static func isNoCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count > 2 && bytes[bytes.startIndex + 1] == 0xBF && bytes[bytes.startIndex + 2] >= 0xBE
    }
}
