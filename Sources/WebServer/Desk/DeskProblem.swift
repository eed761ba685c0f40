import Community
import HTTPTypes
import Presentation
import Wording

/// Why a form of an account or of administration comes back.
struct DeskProblem: Sendable {
    /// The status of the answer.
    let status: HTTPResponse.Status
    /// What stands above the form.
    let problem: Presentation.Problem
    /// What exactly is wrong.
    let detail: String?
    /// The field at fault, beside which the detail stands.
    let field: String?
    /// After how many seconds another try makes sense.
    let retryAfter: Int?

    /// A problem that is not the accounts'.
    init(
        _ status: HTTPResponse.Status, _ problem: Presentation.Problem, _ detail: String? = nil, field: String? = nil,
        retryAfter: Int? = nil
    ) {
        self.status = status
        self.problem = problem
        self.detail = detail
        self.field = field
        self.retryAfter = retryAfter
    }

    /// What the accounts refuse.
    init(_ error: MemberError, words: Phrasebook) {
        let known = MemberProblem(error)
        let problem: Presentation.Problem =
            switch error {
            case .tooMany: .tooOften
            case .busy: .busy
            case .storage, .newerFormat: .failed
            case .forbidden, .closed: .noRight
            default: .notTaken
            }
        self.init(known.status, problem, known.sentence(words), field: known.field, retryAfter: known.retryAfter)
    }

    /// The same, told above all forms of a screen.
    var besideNoField: DeskProblem { DeskProblem(status, problem, detail, retryAfter: retryAfter) }

    /// What stands above the form. A fault of one field is told beside it.
    func view(in context: ViewContext) -> ProblemView { ProblemView(problem, detail: field == nil ? detail : nil, in: context) }
}
