import Wording

/// The banner above a form that came back.
package struct ProblemView: TemplateView {
    private let what: String
    private let safe: String
    private let next: String
    private let detail: String?
    private let code: String
    private let link: LinkView?

    /// - Parameters:
    ///   - problem: what happened.
    ///   - detail: a further sentence with the exact bound or reason, raw.
    ///   - link: where to go on, such as the login page.
    ///   - isUnread: what was sent is not on this page; it is where the person came from.
    package init(_ problem: Problem, detail: String? = nil, link: LinkView? = nil, isUnread: Bool = false, in context: ViewContext) {
        what = context.words.text("\(problem.key).what")
        safe = context.words.text(isUnread ? "problem.unread" : "\(problem.key).safe")
        next = context.words.text("\(problem.key).next")
        code = problem.rawValue
        self.detail = detail
        self.link = link
    }

    package var fields: [String: TemplateValue] {
        [
            "what": .text(raw: what), "safe": .text(raw: safe), "next": .text(raw: next), "detail": .text(raw: detail),
            "code": .text(raw: code), "link": .view(link),
        ]
    }
}
