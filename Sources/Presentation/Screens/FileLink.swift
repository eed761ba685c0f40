import Wording

/// A file in a folder's listing.
package struct FileLink: TemplateView {
    private let name: String
    private let href: String
    private let size: String

    /// - Parameters:
    ///   - path: the whole path.
    ///   - bytes: its size.
    package init(path: [UInt8], bytes: Int, in context: ViewContext) {
        name = PathName(path).segments.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        href = context.urls.file(path)
        size = ByteSize(bytes).text(context.words)
    }

    package var fields: [String: TemplateValue] { ["name": .text(raw: name), "href": .text(raw: href), "size": .text(raw: size)] }
}
