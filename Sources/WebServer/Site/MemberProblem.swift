package import Community
package import HTTPTypes
import Presentation
package import Wording

/// The one place where what the accounts refuse becomes a status and a sentence.
package struct MemberProblem: Sendable {
    /// The status of the answer.
    package let status: HTTPResponse.Status
    /// The key of the sentence.
    package let key: String
    /// The values in the sentence.
    package let values: [String: PhraseValue]
    /// The field of the form that is at fault; nil where none is.
    package let field: String?
    /// After how many seconds another try makes sense; nil where time changes nothing.
    package let retryAfter: Int?

    /// The sentence.
    package func sentence(_ words: Phrasebook) -> String { words.text(key, values) }

    private init(
        _ status: HTTPResponse.Status, _ key: String, _ values: [String: PhraseValue] = [:], field: String? = nil, retryAfter: Int? = nil
    ) {
        self.status = status
        self.key = "member.\(key)"
        self.values = values
        self.field = field
        self.retryAfter = retryAfter
    }

    /// Reads an error of the accounts.
    package init(_ error: MemberError) {
        switch error {
        case .notFound: self.init(.notFound, "notFound")
        case .nameTaken: self.init(.unprocessableContent, "nameTaken", field: "name")
        case .badName(let problem): self.init(name: problem)
        case .badText: self.init(.unprocessableContent, "badText")
        case .badAddress(let address): self.init(.unprocessableContent, "badAddress", ["address": .text(address)], field: "email")
        case .addressTaken: self.init(.unprocessableContent, "addressTaken", field: "email")
        case .weakPassword(let problem): self.init(password: problem)
        case .wrongPassword: self.init(.forbidden, "wrongPassword")
        case .inactive(let state): self.init(.forbidden, state == .blocked ? "blocked" : "disabled")
        case .expired: self.init(.gone, "expired")
        case .outdated: self.init(.conflict, "outdated")
        case .alreadyUsed: self.init(.gone, "alreadyUsed")
        case .lastAdmin: self.init(.conflict, "lastAdmin")
        case .tooMany(let seconds): self.init(.tooManyRequests, "tooMany", ["count": .number(seconds)], retryAfter: seconds)
        case .tooManyHeld(let limit): self.init(.unprocessableContent, "tooManyHeld", ["limit": .number(limit)])
        case .badKey(let problem): self.init(sshKey: problem)
        case .keyTaken: self.init(.unprocessableContent, "keyTaken", field: "key")
        case .busy: self.init(.serviceUnavailable, "busy", retryAfter: 1)
        case .forbidden: self.init(.forbidden, "forbidden")
        case .closed: self.init(.forbidden, "closed")
        case .newerFormat, .storage: self.init(.serviceUnavailable, "storage")
        }
    }

    private init(name problem: AccountName.Problem) {
        switch problem {
        case .empty: self.init(.unprocessableContent, "nameEmpty", field: "name")
        case .tooLong(let limit): self.init(.unprocessableContent, "nameTooLong", ["limit": .number(limit)], field: "name")
        case .character: self.init(.unprocessableContent, "nameCharacter", field: "name")
        case .leadingCharacter: self.init(.unprocessableContent, "nameLeading", field: "name")
        case .dots: self.init(.unprocessableContent, "nameDots", field: "name")
        case .reserved: self.init(.unprocessableContent, "nameReserved", field: "name")
        }
    }

    private init(sshKey problem: SSHKeyProblem) {
        switch problem {
        case .notAKey: self.init(.unprocessableContent, "keyNone", field: "key")
        case .isPrivate: self.init(.unprocessableContent, "keyPrivate", field: "key")
        case .unsupported(let type): self.init(.unprocessableContent, "keyUnsupported", ["type": .text(type)], field: "key")
        case .tooShort(let bits, let minimum):
            self.init(.unprocessableContent, "keyTooShort", ["bits": .number(bits), "minimum": .number(minimum)], field: "key")
        }
    }

    private init(password problem: PasswordProblem) {
        switch problem {
        case .tooShort(let minimum):
            self.init(.unprocessableContent, "passwordTooShort", ["minimum": .number(minimum)], field: "password")
        case .tooLong(let maximum): self.init(.unprocessableContent, "passwordTooLong", ["maximum": .number(maximum)], field: "password")
        case .common: self.init(.unprocessableContent, "passwordCommon", field: "password")
        case .own: self.init(.unprocessableContent, "passwordOwn", field: "password")
        }
    }
}

extension WebError {
    /// A refusal of the accounts as the answer to a request that has no form to give back.
    init(member error: MemberError) {
        switch error {
        case .notFound: self = .notFound
        case .busy: self = .busy(retryAfter: 1)
        case .tooMany(let seconds): self = .tooManyRequests(retryAfter: seconds)
        case .storage, .newerFormat: self = .broken(error)
        default:
            let problem = MemberProblem(error)
            self = WebError(problem.status, code: problem.key)
        }
    }
}
