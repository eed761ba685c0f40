package import Markup

/// The preview of a text, as it stands in the edit form and as the answer to the script that asks for one.
package struct EditPreview: Screen {
    package static let template = "preview"

    private let article: SafeHTML
    private let notes: [NoteView]
    private let changes: DiffBodyView?

    /// - Parameters:
    ///   - article: the sanitised text.
    ///   - notes: such as broken front matter.
    ///   - changes: what a save would change; nil leaves it out.
    package init(article: SafeHTML, notes: [NoteView] = [], changes: DiffBodyView? = nil) {
        self.article = article
        self.notes = notes
        self.changes = changes
    }

    package var fields: [String: TemplateValue] {
        ["article": .html(article), "notes": .views(notes), "changes": .view(changes)]
    }
}
