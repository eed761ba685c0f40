package import Git

/// Says whether somebody may make an edit. Accounts and roles implement it; it is asked when the edit's turn has come, by
/// the rules that hold then.
package protocol EditPolicy: Sendable {
    /// Why the editor may not change these files (paths in the repository), by the rules that stand in `snapshot`; nil where
    /// all may be changed. Without files: why the editor may change nothing at all. Blocking.
    func objection(to editor: Editor, changing files: [GitPath], in snapshot: WikiSnapshot) throws -> WikiError?

    /// Why a file of settings (see `SettingsFile`) may not have this text; nil where it may.
    func objection(toSettings text: [UInt8], of file: GitPath) -> WikiError?
}

extension EditPolicy {
    /// A policy that reads no settings has nothing against any.
    package func objection(toSettings text: [UInt8], of file: GitPath) -> WikiError? { nil }
}

/// Lets everybody edit: for a wiki whose doors already asked.
package struct OpenPolicy: EditPolicy {
    package init() {}
    package func objection(to editor: Editor, changing files: [GitPath], in snapshot: WikiSnapshot) -> WikiError? { nil }
}
