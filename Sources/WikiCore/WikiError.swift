package import Git

/// What a wiki answers instead of doing what it was asked: a code with values, which `Wording` turns into sentences.
package enum WikiError: Error, Hashable, Sendable {
    /// No page, revision or file of that name.
    case notFound
    /// More than one commit begins with these digits, or none does.
    case unknownRevision(String)
    /// The name of a new page or file breaks a rule.
    case badName(NameProblem)
    /// A text or file over the bound, in bytes.
    case tooLarge(limit: Int)
    /// A summary over the bound, in characters.
    case summaryTooLong(limit: Int)
    /// A commit that changed more files than can be undone at once.
    case tooManyFiles(limit: Int)
    /// Bytes that are not UTF-8 where text belongs, or a text with NUL.
    case notText
    /// The person may not do this.
    case forbidden
    /// Nobody may do this without an account.
    case loginNeeded
    /// A rule of the wiki's access file keeps this file (a path in the repository) for others.
    case protected(path: GitPath)
    /// The account is blocked or disabled.
    case blocked
    /// The access file breaks a rule of its own: on which line, if known, and what is wrong there, as the rest of a sentence.
    case invalidRules(line: Int?, reason: String)
    /// Editing goes too fast.
    case tooManyEdits(retryAfter: Int)
    /// There is something of that name already.
    case exists(GitPath)
    /// What should be undone cannot be: nothing of it is left to undo.
    case nothingToUndo
    /// The branch moved again and again, or its lock stayed; the edit is not saved.
    case busy
    /// The disk refused; nothing was saved.
    case storage(String)
    /// The history can't be read: what git said.
    case git(GitError)
    /// A server of another version runs on the folder, so that its index can't be read and may not be made anew.
    case servedByOther
    /// The wiki is shutting down.
    case closing
}
