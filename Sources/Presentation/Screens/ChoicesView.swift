import Wording

/// Several pages that a name could mean.
package struct ChoicesView: Screen {
    package static let template = "choices"

    private let name: String
    private let sentence: String
    private let pages: [PageLink]
    private let writeHref: String?

    package init(path: [UInt8], pages: [PageLink], isWritable: Bool = true, in context: ViewContext) {
        name = PathName(path).title
        sentence = context.words.text(
            "choices.what", ["name": .text(String(decoding: path, as: UTF8.self)), "count": .number(pages.count)])
        self.pages = pages
        writeHref = isWritable ? context.urls.newPage(path) : nil
    }

    package var fields: [String: TemplateValue] {
        [
            "title": .text(raw: name), "sentence": .text(raw: sentence), "pages": .views(pages), "writeHref": .text(raw: writeHref),
        ]
    }
}
