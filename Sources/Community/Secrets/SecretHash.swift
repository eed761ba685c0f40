/// What is kept of a secret: its BLAKE2b hash. A secret is found by looking its hash up, so neither the time that takes
/// nor a copy of the database tells anything of it. A slow hash is not needed: nobody guesses 256 random bits.
struct SecretHash: Hashable, Sendable {
    /// The random bytes of a secret.
    static let secretBytes = 32
    /// The characters that these make.
    static let secretLength = 43

    /// The 32 bytes of the hash.
    let bytes: [UInt8]

    /// Hashes a secret that a client showed; nil for what cannot be one of ours.
    init?(_ secret: String, prefix: String = "") {
        let text = Array(secret.utf8)
        guard text.count == prefix.utf8.count + Self.secretLength, text.starts(with: prefix.utf8),
            text.dropFirst(prefix.utf8.count).allSatisfy(Self.isDigit)
        else { return nil }
        bytes = Sodium.blake2b(text)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
