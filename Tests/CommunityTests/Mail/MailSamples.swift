import TestSupport

/// Texts that a letter must carry unharmed, and those that try to add to it.
enum MailSamples {
    static let texts: [String] =
        [
            "Hello", "Grüße aus Köln",
            "日本語の件名はとても長いので、一つの単語には収まりませんが、それでも正しく届きます。",
            "🌱👩‍👩‍👧‍👦e\u{301}",
            "=?UTF-8?B?SGVsbG8=?=", "=?", "a=3Db", "=", "==", "a  b   c", "\"quoted\" \\ back", "<tag> & 'quote'",
            "Hello\r\nBcc: eve@example.org", "Hello\nBcc: eve@example.org\n\nBody", "a\rb", "x\u{0}y\u{7}z\u{1B}[31m",
            "\u{85}\u{2028}\u{2029}x",
            "tail \t", "dots\r\n.\r\nMAIL FROM:<eve@example.org>\r\nRCPT TO:<eve@example.org>\r\nDATA\r\n.\r\n", ".", "..", ".x", "\n.\n",
            "From here\nFrom there", String(repeating: "a", count: 2000), String(repeating: "é", count: 700),
            String(repeating: "word ", count: 300), "https://garden.example/-/login?token=" + String(repeating: "aB3=", count: 40),
        ] + random

    /// Made of what is special somewhere.
    private static let random: [String] = {
        var generator = SeededGenerator(seed: 3)
        let pieces = [
            "a", "bc", " ", "  ", "\t", "\n", "\r\n", "\r", "=", ".", "?", "=?", "?=", "\"", "\\", "<", ">", "é", "語", "🌱", "\u{0}", ":",
        ]
        return (0..<40).map { _ in
            (0..<generator.below(120) + 1).compactMap { _ in generator.one(of: pieces) }.joined()
        }
    }()

    /// What a text's lines are on the wire: each ended by CRLF.
    static func withCRLF(_ text: String) -> String {
        var result = ""
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": result += "\r\n"
            case "\n" where before == "\r": break
            case "\n": result += "\r\n"
            default: result.unicodeScalars.append(scalar)
            }
            before = scalar
        }
        return result.isEmpty || result.hasSuffix("\r\n") ? result : result + "\r\n"
    }
}
