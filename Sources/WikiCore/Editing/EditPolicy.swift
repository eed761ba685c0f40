import Git

/// Says whether somebody may make an edit. Accounts and roles implement it; it is asked again when the edit's turn has
/// come, by the rules that hold then.
package protocol EditPolicy: Sendable {
    /// Nil where the edit is allowed, else why not.
    func objection(to edit: Edit) -> WikiError?
}

/// Lets everybody edit: for a wiki whose doors already asked.
package struct OpenPolicy: EditPolicy {
    package init() {}
    package func objection(to edit: Edit) -> WikiError? { nil }
}
