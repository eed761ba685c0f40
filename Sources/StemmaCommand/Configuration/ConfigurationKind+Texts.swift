extension ConfigurationKind where Value == String {
    /// Text on one line.
    static func text(atMost limit: Int) -> Self {
        Self(
            "text", expected: "a text of at most \(limit) characters on one line",
            reading: { $0.isOneLine && !$0.isEmpty && $0.count <= limit ? $0 : nil },
            writing: { $0 })
    }

    /// Text on one line that is never written anywhere.
    static func secret(atMost limit: Int) -> Self {
        Self(
            "text", expected: "a text of at most \(limit) characters on one line",
            reading: { $0.isOneLine && !$0.isEmpty && $0.count <= limit ? $0 : nil },
            writing: { _ in "" })
    }

    /// The name of a header of HTTP.
    static var header: Self {
        Self(
            "header", expected: "the name of a header such as Remote-User",
            reading: { text in
                let fits = text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
                return fits && 1...100 ~= text.utf8.count && text.utf8.first?.isASCIILetterOrDigit == true ? text : nil
            },
            writing: { $0 })
    }

    /// A language tag in the shape of BCP 47: `en`, `pt-BR`, `zh-Hant`.
    static var language: Self {
        Self(
            "language", expected: "a language tag such as en or pt-BR",
            reading: { text in
                let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
                let fits = parts.allSatisfy { 1...8 ~= $0.count && $0.allSatisfy(\.isASCIILetterOrDigit) }
                return fits && 2...3 ~= (parts.first?.count ?? 0) ? text : nil
            },
            writing: { $0 })
    }

    /// A host name or numeric address to listen on.
    static var host: Self {
        Self(
            "host", expected: "a host name or an address such as 127.0.0.1 or ::",
            reading: { text in
                let fits = text.utf8.allSatisfy { $0.isASCIILetterOrDigit || ".-:%_".utf8.contains($0) }
                return fits && 1...255 ~= text.utf8.count ? text : nil
            },
            writing: { $0 })
    }

    /// A domain name.
    static var domain: Self {
        Self(
            "domain", expected: "a domain name such as wiki.example.org",
            reading: { text in
                let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                let fits = labels.allSatisfy { label in
                    1...63 ~= label.count && label.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
                }
                return fits && text.utf8.count <= 253 ? text : nil
            },
            writing: { $0 })
    }

    /// A path inside the repository; slashes at its ends are dropped.
    static var path: Self {
        Self(
            "path", expected: "a path inside the repository, without “..” and without a leading “/”",
            reading: { text in
                guard !text.hasPrefix("/"), text.isOneLine, text.utf8.count <= 4_096 else { return nil }
                let segments = text.utf8.split(separator: UInt8(ascii: "/"))
                guard !segments.contains(where: { Substring($0) == ".." || Substring($0) == "." }) else { return nil }
                return segments.map { String(Substring($0)) }.joined(separator: "/")
            },
            writing: { $0 })
    }
}

extension String {
    /// Whether it holds no control character, and so no line end.
    var isOneLine: Bool {
        unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) && $0.value != 0x2028 && $0.value != 0x2029 }
    }
}

extension UInt8 {
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
