import FoundationEssentials
import Markup
import Presentation

/// Writes a book as one file of HTML that needs nothing else: pictures and style stand in it.
struct BookPageWriter {
    /// The most bytes that pictures take, each counted as often as it is shown.
    private static let pictureLimit = 256 << 20

    private let parts: BookParts
    private let theme: Theme

    init(_ parts: BookParts, theme: Theme) {
        self.parts = parts
        self.theme = theme
    }

    /// The file.
    func bytes() throws(BookError) -> [UInt8] {
        var addresses: [Int: String] = [:]
        var left = Self.pictureLimit
        func address(_ picture: Int) -> String? {
            guard parts.pictures.indices.contains(picture) else { return nil }
            let known = addresses[picture] ?? Self.address(parts.pictures[picture])
            addresses[picture] = known
            left -= known.utf8.count
            return left >= 0 ? known : nil
        }
        let cover = address(parts.cover)
        let sections = parts.sections.enumerated().map { number, section in
            let article = section.text.written { target in
                parts.place(target, from: number).map { "#" + ($0.place ?? parts.sections[$0.section].name) }
            } source: {
                address($0)
            }
            return parts.view(of: section, article: article)
        }
        let page = BookPageView.single(
            sections, contents: parts.contents(href: Self.place), colophon: parts.colophon(href: Self.place), cover: cover, style: style,
            of: parts.book)
        do {
            return try theme.renderDocument(page.template, page, words: parts.book.context.words)
        } catch {
            throw .theme(error)
        }
    }

    private var style: SafeHTML {
        let sheets = ["book.css", "book-print.css"].compactMap { theme.asset($0)?.bytes }
        return SafeHTML(trusted: String(decoding: Array(sheets.joined()), as: UTF8.self))
    }

    private static func place(_ section: BookSection) -> String { "#" + section.name }

    private static func address(_ picture: BookPicture) -> String {
        "data:\(picture.kind.mediaType);base64,\(Data(picture.bytes).base64EncodedString())"
    }
}
