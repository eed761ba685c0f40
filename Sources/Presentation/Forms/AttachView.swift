import Wording

/// The form that puts a file beside the pages of a folder.
package struct AttachView: Screen {
    package static let template = "attach"

    private let own: [String: TemplateValue]
    private let save: SaveFields
    private let problem: ProblemView?

    /// - Parameters:
    ///   - folder: the target's path; empty for the root.
    ///   - name: a name to give it instead of its own.
    ///   - limit: the bound in bytes, told beside the field.
    ///   - cancel: the way back.
    package init(
        folder: [UInt8], name: String = "", limit: Int, cancel: String, save: SaveFields, problem: ProblemView? = nil,
        in context: ViewContext
    ) {
        self.save = save
        self.problem = problem
        own = [
            "folder": .text(verbatim: folder),
            "name": .text(verbatim: Array(name.utf8)),
            "limit": .text(raw: context.words.text("attach.limit", ["size": .text(ByteSize(limit).text(context.words))])),
            "action": .text(raw: context.urls.attach(folder)),
            "cancelHref": .text(raw: cancel),
        ]
    }

    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] {
        own.merging(["save": .view(save), "problem": .view(problem)]) { own, _ in own }
    }
}
