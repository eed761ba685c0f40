package import WikiCore

/// What is wrong with one file of a commit.
package enum FileFault: Hashable, Sendable {
    /// Its name breaks a rule.
    case name(NameProblem)
    /// It is larger than is taken, in bytes.
    case tooLarge(limit: Int)
    /// A page that is no UTF-8, or holds NUL.
    case notText
    /// A symbolic link.
    case symlink
    /// A commit of another repository.
    case submodule
    /// A settings file, which is for admins.
    case settings
    /// A settings file that can't be read.
    case rules(WikiError)
}
