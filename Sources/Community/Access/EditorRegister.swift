/// Tells what an account is at this very moment. A role that was taken away while an edit waited counts no more.
package protocol EditorRegister: Sendable {
    /// The account of a number, on the caller's own thread; nil where there is none. Blocking.
    func accountBlocking(id: Int64) throws -> Account?
}

extension Accounts: EditorRegister {}
