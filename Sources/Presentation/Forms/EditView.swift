import Wording

/// The edit form for a page, a part, or a new page. Whatever went wrong before, the text is in it.
package struct EditView: Screen {
    package static let template = "edit"

    /// What the form is about.
    package enum Subject: Sendable, Equatable {
        case page
        /// `_Sidebar` and its like; the folder it serves.
        case part(folder: [UInt8])
        /// A page that is not there yet: its path is a field of the form.
        case new
    }

    private let own: [String: TemplateValue]
    private let save: SaveFields
    private let problem: ProblemView?
    private let preview: EditPreview?

    /// - Parameters:
    ///   - path: the page's path; of a new page, as far as it is known.
    ///   - markdown: the text as UTF-8.
    ///   - base: the full id of the revision it began from; empty for a new page.
    ///   - preview: where the person asked for one without a script.
    ///   - textLimit: the bound in bytes, told to the script.
    package init(
        path: [UInt8], title: String, subject: Subject = .page, markdown: [UInt8], base: String, save: SaveFields,
        problem: ProblemView? = nil, preview: EditPreview? = nil, textLimit: Int = 2 * 1024 * 1024, in context: ViewContext
    ) {
        self.save = save
        self.problem = problem
        self.preview = preview
        let urls = context.urls
        let words = context.words
        let isNew = subject == .new
        var partNote: String?
        if case .part(let folder) = subject {
            let name = folder.isEmpty ? words.text("edit.wholeWiki") : String(decoding: folder, as: UTF8.self)
            partNote = words.text("edit.part", ["folder": .text(name)])
        }
        own = [
            "heading": .text(raw: words.text(isNew ? "edit.headingNew" : "edit.heading", ["title": .text(title)])),
            "action": .text(raw: isNew ? urls.newPage() : urls.edit(path)),
            "previewHref": .text(raw: urls.preview(path)),
            "cancelHref": .text(raw: isNew ? urls.home : urls.page(path)),
            "deleteHref": .text(raw: isNew || base.isEmpty ? nil : urls.delete(path)),
            "attachHref": .text(raw: urls.attach(PathName(path).folder)),
            "helpHref": .text(raw: urls.help(Array("Guide/Markdown".utf8))),
            "isNew": .flag(isNew),
            "path": .text(verbatim: path),
            "draft": .text(bytes: path.isEmpty ? Array("/".utf8) : path),
            "partNote": .text(raw: partNote),
            "markdown": .text(verbatim: markdown),
            "base": .text(raw: base),
            "textLimit": .number(textLimit),
            "leave": .text(raw: words.text("edit.leave")),
        ]
    }

    package var scripts: [String] { ["edit.js", "math.js"] }
    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] {
        own.merging(["save": .view(save), "problem": .view(problem), "preview": .view(preview)]) { own, _ in own }
    }
}
