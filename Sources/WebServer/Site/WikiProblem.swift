import Git
package import HTTPTypes
package import Presentation
package import WikiCore
package import Wording

/// The one place where what the wiki refuses becomes a status, a kind of problem and a sentence.
package struct WikiProblem: Sendable {
    /// The status of the answer.
    package let status: HTTPResponse.Status
    /// What a form shows above the text.
    package let problem: Presentation.Problem
    /// What exactly is wrong, in a sentence; nil where the kind says it.
    package let detail: String?
    /// After how many seconds another try makes sense; nil where time changes nothing.
    package let retryAfter: Int?
    /// Where to go on.
    package let link: LinkView?
    /// True where what was sent was not read, so that the form that comes back is empty.
    package private(set) var isUnread = false

    /// Reads an error of the wiki.
    package init(_ error: WikiError, words: Phrasebook) {
        switch error {
        case .notFound: self.init(.notFound, .notFound)
        case .unknownRevision: self.init(.notFound, .notFound, words.text("check.unknownRevision"))
        case .badName(.tooAlike(let page)):
            self.init(.unprocessableContent, .nameTaken, words.text("check.nameTaken", ["page": .text(page.display)]))
        case .badName(let problem): self.init(.unprocessableContent, .invalid, Self.sentence(problem, words))
        case .tooLarge(let limit):
            self.init(.contentTooLarge, .tooLarge, words.text("check.tooLarge", ["limit": .text(ByteSize(limit).text(words))]))
        case .summaryTooLong(let limit):
            self.init(.unprocessableContent, .invalid, words.text("check.summaryTooLong", ["limit": .number(limit)]))
        case .tooManyFiles(let limit):
            self.init(.unprocessableContent, .invalid, words.text("check.tooManyFiles", ["limit": .number(limit)]))
        case .notText: self.init(.unprocessableContent, .invalid, words.text("check.textNotUTF8"))
        case .forbidden: self.init(.forbidden, .forbidden)
        case .loginNeeded: self.init(.forbidden, .signedOut)
        case .protected(let path): self.init(.forbidden, .protected, words.text("check.protected", ["path": .text(path.display)]))
        case .blocked: self.init(.forbidden, .blocked)
        case .invalidRules: self.init(.forbidden, .brokenRules)
        case .tooManyEdits(let seconds):
            self.init(.tooManyRequests, .tooMany, words.text("check.retryAfter", ["count": .number(seconds)]), retryAfter: seconds)
        case .exists(let path): self.init(.conflict, .nameTaken, words.text("check.exists", ["page": .text(path.display)]))
        case .nothingToUndo: self.init(.conflict, .conflict, words.text("check.nothingToUndo"))
        case .busy: self.init(.serviceUnavailable, .busy, retryAfter: 1)
        case .storage, .git, .servedByOther: self.init(.serviceUnavailable, .cannotSave)
        case .closing: self.init(.serviceUnavailable, .busy, retryAfter: 1)
        }
    }

    /// A problem that is not the wiki's.
    package init(
        _ status: HTTPResponse.Status, _ problem: Presentation.Problem, _ detail: String? = nil, retryAfter: Int? = nil,
        link: LinkView? = nil
    ) {
        self.status = status
        self.problem = problem
        self.detail = detail
        self.retryAfter = retryAfter
        self.link = link
    }

    /// The same problem of a form that was not read.
    static func unread(_ problem: WikiProblem) -> WikiProblem {
        var result = problem
        result.isUnread = true
        return result
    }

    private static func sentence(_ problem: NameProblem, _ words: Phrasebook) -> String {
        switch problem {
        case .empty: words.text("check.nameEmpty")
        case .tooLong(let limit): words.text("check.nameTooLong", ["limit": .number(limit)])
        case .pathTooLong(let limit): words.text("check.pathTooLong", ["limit": .number(limit)])
        case .notUTF8, .notCanonical: words.text("check.nameNotCanonical")
        case .controlCharacter, .backslash: words.text("check.nameCharacters")
        case .leadingCharacter(let character): words.text("check.nameBegins", ["character": .text(character)])
        case .reservedEnding: words.text("check.nameReserved")
        case .tooAlike(let page): words.text("check.nameTaken", ["page": .text(page.display)])
        }
    }
}

extension ProblemView {
    /// What a form shows above what was not taken.
    package init(_ problem: WikiProblem, in context: ViewContext) {
        self.init(problem.problem, detail: problem.detail, link: problem.link, isUnread: problem.isUnread, in: context)
    }
}

extension WebError {
    /// An error of the wiki as the answer to a request that has no form to give back.
    package init(wiki error: WikiError) {
        switch error {
        case .notFound, .unknownRevision: self = .notFound
        case .busy, .closing: self = .busy(retryAfter: 1)
        case .tooManyEdits(let seconds): self = .tooManyRequests(retryAfter: seconds)
        case .forbidden, .protected, .invalidRules: self = WebError(.forbidden, code: "request.forbidden")
        case .loginNeeded: self = WebError(.forbidden, code: "request.loginNeeded")
        case .blocked: self = WebError(.forbidden, code: "notice.blocked")
        case .storage, .git, .servedByOther: self = .broken(error)
        case .tooLarge(let limit): self = WebError(.contentTooLarge, code: "check.tooLarge", values: ["limit": "\(limit)"])
        case .badName, .summaryTooLong, .tooManyFiles, .notText, .exists, .nothingToUndo:
            self = WebError(.unprocessableContent, code: "request.refused")
        }
    }
}
