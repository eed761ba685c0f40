/// The form that asks how a new page shall be called; it leads to the edit form.
package struct NewPageView: Screen {
    package static let template = "new"

    private let path: [UInt8]
    private let folders: [String]
    private let action: String
    private let problem: ProblemView?

    /// - Parameters:
    ///   - path: what is known of the name already.
    ///   - folders: names to choose from while typing.
    package init(path: [UInt8] = [], folders: [String] = [], problem: ProblemView? = nil, in context: ViewContext) {
        self.path = path
        self.folders = folders
        self.problem = problem
        action = context.urls.newPage()
    }

    package var fields: [String: TemplateValue] {
        [
            "path": .text(verbatim: path),
            "folders": .list(folders.map { .view(["name": .text(raw: $0)]) }),
            "action": .text(raw: action),
            "problem": .view(problem),
        ]
    }
}
