/// What ``Gate`` says to a request.
package enum GateVerdict: Hashable, Sendable {
    /// It may go on.
    case allowed
    /// Somebody with an account might; nobody is known.
    case loginNeeded
    /// Nobody has decided yet who may edit.
    case readOnly
    /// The account is shut out.
    case blocked
    /// The account may not.
    case forbidden
}
