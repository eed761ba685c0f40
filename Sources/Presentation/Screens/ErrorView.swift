/// A request that failed: what happened, what is safe, what to do.
package struct ErrorView: Screen {
    package static let template = "error"

    private let status: Int
    private let problem: ProblemView
    private let requestID: String?
    private let homeHref: String

    /// - Parameters:
    ///   - status: the HTTP status.
    ///   - requestID: what an administrator finds in the log.
    package init(status: Int, problem: ProblemView, requestID: String? = nil, in context: ViewContext) {
        self.status = status
        self.problem = problem
        self.requestID = requestID
        homeHref = context.urls.home
    }

    package var fields: [String: TemplateValue] {
        ["status": .number(status), "problem": .view(problem), "requestID": .text(raw: requestID), "homeHref": .text(raw: homeHref)]
    }
}
