/// Finds where the domain of an e-mail address ends.
enum MailDomain {
    /// Endings of names of files and units that often have an `@` in them, and are no top-level domains: `logo@2x.png`,
    /// `site@main.service`.
    private static let fileEndings: Set<String> = [
        "avif", "conf", "css", "gif", "gz", "heic", "html", "jpeg", "jpg", "js", "json", "pdf", "png", "service", "slice", "socket", "svg",
        "swift", "tgz", "timer", "toml", "ts", "txt", "webp", "xml", "yaml", "yml",
    ]

    /// The end of the longest domain that begins at an index: at least two labels, the last one of letters. Nil where there is none.
    /// Linear in what could be one.
    static func end(in text: [Unicode.Scalar], from start: Int) -> Int? {
        var found: Int?
        var position = start
        var labels: [Range<Int>] = []
        while let label = label(in: text, from: position, isFirst: labels.isEmpty) {
            labels.append(label)
            if labels.count == 2, isVersion(text[labels[0]], text[labels[1]]) { return nil }
            if labels.count > 1, isTopLevel(text[label]) { found = label.upperBound }
            guard label.upperBound < text.count, text[label.upperBound] == "." else { break }
            position = label.upperBound + 1
        }
        return found
    }

    /// Letters, digits and hyphens, with no hyphen at the ends. A label in Latin letters ends before other letters: in languages
    /// that write no blanks, these are the words behind the address.
    private static func label(in text: [Unicode.Scalar], from start: Int, isFirst: Bool) -> Range<Int>? {
        guard start < text.count, isNamePart(text[start]) else { return nil }
        let isLatin = !isFirst && text[start].value < Self.firstBeyondLatin
        var end = start
        while end < text.count, isNamePart(text[end]) || text[end] == "-", !isLatin || text[end].value < Self.firstBeyondLatin { end += 1 }
        while text[end - 1] == "-" { end -= 1 }
        return start..<end
    }

    private static let firstBeyondLatin: UInt32 = 0x370

    /// True for `v1` and `2`, `18` and `0-rc`: numbers of versions.
    private static func isVersion(_ first: ArraySlice<Unicode.Scalar>, _ second: ArraySlice<Unicode.Scalar>) -> Bool {
        let number = first.first == "v" ? first.dropFirst() : first
        return !number.isEmpty && number.allSatisfy(isDigit) && second.first.map(isDigit) ?? false
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// True for two or more letters that are no ending of files, and for letters in the spelling of RFC 3492 (`xn--p1ai`).
    private static func isTopLevel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
        if label.starts(with: "xn--".unicodeScalars) { return true }
        guard label.count > 1, !label.contains(where: { isDigit($0) || $0 == "-" }) else { return false }
        // No ending of files is longer.
        return label.count > 7 || !fileEndings.contains(String(String.UnicodeScalarView(label)).lowercased())
    }

    /// True for letters, digits and the marks on letters.
    static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return scalar.properties.isAlphabetic
        }
    }
}
