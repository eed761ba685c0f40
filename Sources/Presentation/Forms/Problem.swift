/// Why a form came back, or why a request failed: what happened, what is safe, what to do.
package enum Problem: String, Sendable, CaseIterable {
    /// 400
    case badRequest
    /// 401 or a login that has ended
    case signedOut
    /// 401: nobody may without an account
    case loginNeeded
    /// 403: this person may not
    case forbidden
    /// 403: the account's role is too low
    case noRight
    /// 403: a rule of the wiki keeps this page for others
    case protected
    /// 403: the account is shut out
    case blocked
    /// 403: the rules for who may change what cannot be read
    case brokenRules
    /// 403: nobody may, before the wiki is configured
    case readOnly
    /// 403: the form's token is not (or no longer) this browser's
    case staleForm
    /// 403: the same for a form that holds no text of worth
    case staleDesk
    /// 404
    case notFound
    /// 405
    case notAllowed
    /// 409: somebody changed the same words
    case conflict
    /// 409: the page exists, or is gone, by now
    case pageChanged
    /// 409: the page changed between a question and its answer
    case askedAnew
    /// 410: erased
    case gone
    /// 413
    case tooLarge
    /// 415
    case unsupported
    /// 422: a name or text that the wiki does not take
    case invalid
    /// 422: the name is taken by a page that differs only in spelling
    case nameTaken
    /// 422: a form of an account that cannot be taken as it is
    case notTaken
    /// 429
    case tooMany
    /// 429: the same for a form that holds no text of worth
    case tooOften
    /// 500
    case failed
    /// 503: too much at once
    case busy
    /// 503: the disk takes no more
    case cannotSave

    /// The key of the problem's phrases: `what`, `safe`, `next`.
    var key: String { "problem.\(rawValue)" }
}
