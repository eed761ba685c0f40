import HTTPTypes
import Presentation
import WikiCore
import Wording

/// What the wiki and the plumbing refuse, as the API says it. Statuses and sentences are those of the browser's door.
extension APIRefusal {
    /// An error of the wiki.
    init(_ error: WikiError, words: Phrasebook) {
        let problem = WikiProblem(error, words: words)
        var members: [JSONMember] = []
        var headers: HTTPFields = [:]
        switch error {
        case .badName(.tooAlike(let page)), .exists(let page): members = PathJSON(page, name: "page").members
        case .tooLarge(let limit), .summaryTooLong(let limit), .tooManyFiles(let limit):
            members = [JSONMember(name: "limit", value: .int(limit))]
        case .tooManyEdits(let seconds): headers[.retryAfter] = "\(seconds)"
        case .protected(let path): members = PathJSON(path).members
        case .loginNeeded: headers[.wwwAuthenticate] = "Bearer"
        case .busy, .closing: headers[.retryAfter] = "1"
        default: break
        }
        let code = Self.code(error)
        let detail = problem.detail ?? words.text(code == .notFound ? "request.notFound" : "problem.\(code.kind.rawValue).next")
        let status = code == .loginNeeded ? code.status : problem.status
        self.init(code, status: status, detail: detail, members: members, headers: headers)
    }

    private static func code(_ error: WikiError) -> ProblemCode {
        switch error {
        case .notFound: .notFound
        case .unknownRevision: .unknownRevision
        case .badName(.tooAlike): .nameTaken
        case .badName: .invalidName
        case .tooLarge: .tooLarge
        case .summaryTooLong: .summaryTooLong
        case .tooManyFiles: .tooManyFiles
        case .notText: .notText
        case .forbidden: .forbidden
        case .loginNeeded: .loginNeeded
        case .protected: .protected
        case .blocked: .blocked
        case .invalidRules: .brokenRules
        case .tooManyEdits: .tooManyRequests
        case .exists: .alreadyExists
        case .nothingToUndo: .nothingToUndo
        case .busy, .closing: .busy
        case .storage, .git, .servedByOther: .cannotSave
        }
    }

    /// A refusal of the plumbing. Its values that are numbers are told as numbers.
    init(_ error: WebError, words: Phrasebook) {
        let members = error.values.sorted { $0.key < $1.key }.map { name, value in
            JSONMember(name: name, value: Int(value).map(JSONValue.int) ?? .string(value))
        }
        self.init(Self.code(error), status: error.status, detail: error.sentence(words), members: members, headers: error.headers)
    }

    private static func code(_ error: WebError) -> ProblemCode {
        if error.code.hasPrefix("request.json") { return .invalidJSON }
        switch (error.status.code, error.code) {
        case (_, "request.staleToken"): return .staleToken
        case (_, "request.foreign"): return .foreignRequest
        case (_, "request.badToken"): return .badToken
        case (_, let code) where code.hasPrefix("notice.readOnly"): return .readOnly
        case (_, "notice.blocked"), (_, "member.blocked"), (_, "member.disabled"): return .blocked
        case (401, _): return .loginNeeded
        case (403, _): return .forbidden
        case (404, _): return .notFound
        case (405, _): return .methodNotAllowed
        case (409, _): return .conflict
        case (413, _): return .tooLarge
        case (414, _): return .addressTooLong
        case (415, _): return .unsupportedType
        case (422, _): return .invalidMember
        case (429, _): return .tooManyRequests
        case (503, _): return .busy
        case (..<500, _): return .malformedRequest
        default: return .failed
        }
    }
}
