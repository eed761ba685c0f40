import Git

extension String {
    /// The text for a terminal: control characters, which could steer it, and the characters that turn the direction of a whole line become
    /// U+FFFD, by the rule of `EscapedText`. What joins and marks letters (U+200C, U+200D and their like) stays: emoji, Persian and
    /// the scripts of India need it.
    var printable: String { String(String.UnicodeScalarView(unicodeScalars.map { $0.steersTerminals ? "\u{FFFD}" : $0 })) }

    /// The same for a text of several lines: tabs and line ends stay, the latter without the carriage return of CRLF.
    var printableLines: String {
        var shown = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in unicodeScalars {
            if isAfterReturn, scalar != "\n" { shown.append("\u{FFFD}") }
            isAfterReturn = scalar == "\r"
            if isAfterReturn { continue }
            shown.append(scalar.steersTerminals && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}

extension Unicode.Scalar {
    fileprivate var steersTerminals: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension GitPath {
    /// The path for a terminal.
    var printable: String { display.printable }
}
