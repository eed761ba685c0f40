package import Git

/// What is wrong with one commit.
package enum CommitFault: Hashable, Sendable {
    /// One of its files breaks a rule.
    case file(GitPath, FileFault)
    /// A folder lists a name twice, or out of order; the name, where there is one.
    case unsound(folder: GitPath, name: [UInt8])
    /// Folders are nested too deep.
    case tooDeep(GitPath)
    /// A date before 1970 or after the year 9999.
    case date
    /// A time zone that is none.
    case zone
    /// The first line of the message is too long, in characters.
    case summary(limit: Int)
    /// More parents than are taken.
    case parents(limit: Int)
    /// The author's address is not the pusher's own.
    case author(String)
    /// Somebody beside the author whose address is not the pusher's own.
    case coAuthor(String)
}
