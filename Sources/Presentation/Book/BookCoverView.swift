/// A cover of words, for a book that has no picture: a drawing of 1600 by 2400.
package struct BookCoverView: TemplateView {
    /// The template's name.
    package static let template = "book-cover-drawing"

    private let title: String
    private let subtitle: String?
    private let byline: String?
    private let siteName: String

    /// - Parameter byline: the names of those who lead it.
    package init(title: String, subtitle: String?, byline: String?, siteName: String) {
        self.title = title
        self.subtitle = subtitle
        self.byline = byline
        self.siteName = siteName
    }

    package var fields: [String: TemplateValue] {
        let titleLines = Self.lines(title, columns: 13, limit: 7)
        let longest = titleLines.map(\.unicodeScalars.count).max() ?? 1
        let size = min(190, 1260 * 100 / max(1, longest * 56))
        let top = 620
        let below = top + titleLines.count * size * 118 / 100
        return [
            "titleSize": .number(size),
            "titleLines": Self.set(titleLines, from: top, step: size * 118 / 100),
            "subtitleLines": Self.set(Self.lines(subtitle ?? "", columns: 34, limit: 4), from: below + 60, step: 84),
            "bylineLines": Self.set(Self.lines(byline ?? "", columns: 36, limit: 4), from: 1960, step: 80),
            "imprint": .text(raw: Self.lines(siteName, columns: 40, limit: 1).first),
        ]
    }

    private static func set(_ lines: [String], from top: Int, step: Int) -> TemplateValue {
        .list(lines.enumerated().map { .view(["line": .text(raw: $1), "y": .number(top + $0 * step)]) })
    }

    /// Words in lines; a line holds one word at least, and what is too much ends in an ellipsis.
    private static func lines(_ text: String, columns: Int, limit: Int) -> [String] {
        var lines: [String] = []
        for word in text.unicodeScalars.prefix(1000).split(whereSeparator: { $0.properties.isWhitespace }) {
            let word = String(String.UnicodeScalarView(word.prefix(40)))
            if let last = lines.last, last.unicodeScalars.count + word.unicodeScalars.count < columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else if lines.count < limit {
                lines.append(word)
            } else {
                lines[lines.count - 1] += " …"
                break
            }
        }
        return lines
    }
}
