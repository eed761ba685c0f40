import Wording

/// A file before or after a commit: a picture is shown, anything else is a link.
package struct FileVersionView: TemplateView {
    private let label: String
    private let href: String
    private let size: String
    private let isPicture: Bool

    /// - Parameters:
    ///   - path: the file's path.
    ///   - revision: the commit after which it was so.
    ///   - isOld: it is the one before.
    ///   - bytes: its size.
    ///   - isPicture: a browser can show it in place.
    package init(path: [UInt8], revision: String, isOld: Bool, bytes: Int, isPicture: Bool, in context: ViewContext) {
        label = context.words.text(isOld ? "diff.before" : "diff.after")
        href = context.urls.file(path, revision: revision)
        size = ByteSize(bytes).text(context.words)
        self.isPicture = isPicture
    }

    package var fields: [String: TemplateValue] {
        ["label": .text(raw: label), "href": .text(raw: href), "size": .text(raw: size), "isPicture": .flag(isPicture)]
    }
}
