/// Why a text is not taken as a public key.
package enum SSHKeyProblem: Hashable, Sendable {
    /// It is not `TYPE BASE64 COMMENT`, or the bytes are no key of that type.
    case notAKey
    /// It is the private half, which should leave nobody's machine.
    case isPrivate
    /// A type that is too old, or unknown.
    case unsupported(String)
    /// An RSA key that is too short.
    case tooShort(bits: Int, minimum: Int)
}
