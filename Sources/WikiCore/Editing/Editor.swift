/// Who asks for an edit, as the wiki's rules see it.
package enum Editor: Hashable, Sendable {
    /// Nobody known: an open wiki, or a trial on this machine.
    case nobody
    /// An account, by its lasting number, and how much of what it may do counts here.
    case account(Int64, limit: EditorLimit)
    /// The wiki's own program: a command on the data folder.
    case wiki

    /// True where an administrator's rights count, if the account has them.
    package var canAdminister: Bool {
        switch self {
        case .nobody: false
        case .account(_, let limit): limit == .full
        case .wiki: true
        }
    }
}

/// How much of what an account may do counts for an edit.
package enum EditorLimit: Hashable, Sendable {
    /// All of it: a person who logged in, or a token of the widest scope.
    case full
    /// Writing pages and nothing beyond: the credential is a narrower token.
    case write
}
