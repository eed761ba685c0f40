import Presentation
import StaticExport
import Wording

/// Pages and sites to make files from.
enum Samples {
    static let root = String(#filePath.dropLast("/Tests/StaticExportTests/Support/Samples.swift".utf8.count))

    /// Words that break out wherever they are not held.
    static let hostile = [
        "</script><script>alert(1)</script>", "]]><x>&amp;", "a\u{0}b\u{1B}[31mc\u{7F}\u{85}", "\u{202E}evil\u{2066}",
        "\u{2028}\u{2029}\u{FEFF}",
        "x\"\u{301} \\\" \\", "two\nlines\r\nand: more # no comment", "- [a](b)", "# *x* `y` _z_", "{{{x}}}", "😀 naïve 林",
    ]

    static func words(_ language: String = "en") throws -> Phrasebook {
        try PhrasebookShelf(folder: "\(root)/Themes/locales").book(language)
    }

    static func page(_ path: String, _ title: String? = nil, at urls: SiteURL = SiteURL(origin: "https://example.org")) -> ListedPage {
        let bytes = Array(path.utf8)
        return ListedPage(
            path: bytes, title: title ?? path, address: urls.absolute(urls.page(bytes)), markdown: urls.absolute(urls.markdown(bytes)))
    }

    static func site(_ name: String = "Kitchen", base: String = "", origin: String? = "https://example.org") -> SiteFacts {
        SiteFacts(
            name: name, commit: "8f2c1ab97d0e45c6a1b2c3d4e5f60718293a4b5c", seconds: 1_795_000_000,
            urls: SiteURL(base: base, origin: origin))
    }
}
