import HTTPTypes
import Presentation

/// The kinds of problems that the API answers with. The raw value ends the problem's `type` and never changes its meaning.
enum ProblemCode: String, CaseIterable, Sendable {
    case malformedRequest = "malformed-request"
    case invalidParameter = "invalid-parameter"
    case invalidJSON = "invalid-json"
    case readOnly = "read-only"
    case foreignRequest = "foreign-request"
    case staleToken = "stale-token"
    case loginNeeded = "login-needed"
    case badToken = "bad-token"
    case forbidden = "forbidden"
    case protected = "protected"
    case blocked = "blocked"
    case brokenRules = "broken-rules"
    case notFound = "not-found"
    case unknownRevision = "unknown-revision"
    case methodNotAllowed = "method-not-allowed"
    case conflict = "conflict"
    case alreadyExists = "already-exists"
    case nothingToUndo = "nothing-to-undo"
    case tooLarge = "too-large"
    case tooManyFiles = "too-many-files"
    case addressTooLong = "address-too-long"
    case unsupportedType = "unsupported-type"
    case invalidMember = "invalid-member"
    case invalidName = "invalid-name"
    case nameTaken = "name-taken"
    case summaryTooLong = "summary-too-long"
    case notText = "not-text"
    case tooManyRequests = "too-many-requests"
    case failed = "failed"
    case cannotSave = "cannot-save"
    case busy = "busy"

    /// The status that goes with it where nothing else is said.
    var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .invalidParameter, .invalidJSON: .badRequest
        case .loginNeeded, .badToken: .unauthorized
        case .readOnly, .foreignRequest, .staleToken, .forbidden, .protected, .blocked, .brokenRules: .forbidden
        case .notFound, .unknownRevision: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .conflict, .alreadyExists, .nothingToUndo: .conflict
        case .tooLarge: .contentTooLarge
        case .addressTooLong: .uriTooLong
        case .unsupportedType: .unsupportedMediaType
        case .invalidMember, .invalidName, .nameTaken, .summaryTooLong, .notText, .tooManyFiles: .unprocessableContent
        case .tooManyRequests: .tooManyRequests
        case .failed: .internalServerError
        case .cannotSave, .busy: .serviceUnavailable
        }
    }

    /// Whose words are its title: the same that a form shows above a refused text.
    var kind: Presentation.Problem {
        switch self {
        case .malformedRequest, .invalidParameter, .invalidJSON, .addressTooLong: .badRequest
        case .readOnly: .readOnly
        case .loginNeeded, .badToken: .loginNeeded
        case .foreignRequest: .forbidden
        case .forbidden: .noRight
        case .protected: .protected
        case .blocked: .blocked
        case .brokenRules: .brokenRules
        case .staleToken: .staleForm
        case .notFound, .unknownRevision: .notFound
        case .methodNotAllowed: .notAllowed
        case .conflict, .nothingToUndo: .conflict
        case .alreadyExists, .nameTaken: .nameTaken
        case .tooLarge: .tooLarge
        case .unsupportedType: .unsupported
        case .invalidMember, .invalidName, .summaryTooLong, .notText, .tooManyFiles: .invalid
        case .tooManyRequests: .tooMany
        case .failed: .failed
        case .cannotSave: .cannotSave
        case .busy: .busy
        }
    }
}
