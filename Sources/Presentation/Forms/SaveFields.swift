import Wording

/// The fields that every form which changes something has: summary, name, token, licence.
package struct SaveFields: TemplateView {
    private let csrf: String
    private let summary: String
    private let author: String?
    private let license: String?
    private let limit: Int

    /// - Parameters:
    ///   - csrf: the token of this browser.
    ///   - summary: what the person wrote so far.
    ///   - author: the remembered name in an open wiki, empty where none is; nil where the name comes from an account.
    ///   - license: the name of the content's licence.
    ///   - summaryLimit: the bound in characters.
    package init(
        csrf: String, summary: String = "", author: String? = nil, license: String? = nil, summaryLimit: Int = 500, in context: ViewContext
    ) {
        self.csrf = csrf
        self.summary = summary
        self.author = author
        self.license = license.map { context.words.text("edit.license", ["license": .text($0)]) }
        limit = summaryLimit
    }

    package var fields: [String: TemplateValue] {
        [
            "csrf": .text(raw: csrf),
            "summary": .text(verbatim: Array(summary.utf8)),
            "hasAuthor": .flag(author != nil),
            "author": .text(verbatim: Array((author ?? "").utf8)),
            "license": .text(raw: license),
            "summaryLimit": .number(limit),
        ]
    }
}
