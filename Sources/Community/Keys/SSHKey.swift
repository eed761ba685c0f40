/// A public key with which a person uses git over SSH.
package struct SSHKey: Hashable, Sendable {
    /// Its number.
    package let id: Int64
    /// What its owner calls it.
    package let title: String
    /// Its type, as `ssh-ed25519`.
    package let algorithm: String
    /// The key as OpenSSH writes it.
    package let blob: [UInt8]
    /// `SHA256:` and the hash, as `ssh-keygen -l` shows it.
    package let fingerprint: String
    /// When it was added, in seconds since 1970.
    package let created: Int64
    /// When it was last used, to the minute.
    package let lastUsed: Int64?

    /// Type and key, as a line of `authorized_keys` has them behind its options; without a comment.
    package var line: String { "\(algorithm) \(Sodium.base64(blob, isPadded: true))" }
}
