import HTTPTypes
import Wording

/// A request of the API that is refused, on its way to becoming a problem.
struct APIRefusal: Error, Sendable {
    /// The kind of problem.
    let code: ProblemCode
    /// The status of the answer.
    let status: HTTPResponse.Status
    /// What happened this time, for a person.
    let detail: String?
    /// What else a program wants to know.
    let members: [JSONMember]
    /// Headers of the answer.
    let headers: HTTPFields

    /// A refusal of these parts.
    init(
        _ code: ProblemCode, status: HTTPResponse.Status? = nil, detail: String?, members: [JSONMember] = [], headers: HTTPFields = [:]
    ) {
        self.code = code
        self.status = status ?? code.status
        self.detail = detail
        self.members = members
        self.headers = headers
    }

    /// A refusal whose sentence has no values.
    init(_ code: ProblemCode, words: Phrasebook, _ key: String) {
        self.init(code, detail: words.text(key))
    }
}
