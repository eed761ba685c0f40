/// A public key read from the line that `ssh-keygen` writes, its bytes checked against its type (RFC 4253, 6.6; RFC 5656; RFC
/// 8709; OpenSSH's PROTOCOL.u2f).
struct SSHKeyText: Hashable, Sendable {
    /// The most bytes of a line.
    static let longestLine = 8192
    /// The fewest bits of an RSA key.
    static let fewestBits = 2048
    private static let mostBits = 16_384

    let algorithm: String
    let blob: [UInt8]
    /// What stands behind the key.
    let comment: String

    var fingerprint: String { "SHA256:\(Sodium.base64(Sodium.sha256(blob), isPadded: false))" }

    /// Reads one line. Options before the key are not taken: they would run on this machine.
    init(_ text: String) throws(MemberError) {
        guard text.utf8.count <= Self.longestLine else { throw .badKey(.notAKey) }
        if text.contains("PRIVATE KEY-----") { throw .badKey(.isPrivate) }
        let line = AddressKey.trimmed(text)
        guard !line.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else { throw .badKey(.notAKey) }
        let words = line.split(maxSplits: 2) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard words.count >= 2, let blob = Sodium.bytes(base64: Array(words[1])) else { throw .badKey(.notAKey) }
        algorithm = String(decoding: words[0], as: UTF8.self)
        self.blob = blob
        comment =
            words.count > 2 ? String(decoding: words[2].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }, as: UTF8.self) : ""
        try Self.check(blob, algorithm)
    }

    private static func check(_ blob: [UInt8], _ algorithm: String) throws(MemberError) {
        var fields = SSHFields(blob)
        guard let type = fields.next(), type.elementsEqual(algorithm.utf8) else { throw .badKey(.notAKey) }
        switch algorithm {
        case "ssh-ed25519":
            try require(fields.next()?.count == 32 && fields.isAtEnd)
        case "sk-ssh-ed25519@openssh.com":
            try require(fields.next()?.count == 32 && fields.next() != nil && fields.isAtEnd)
        case "ssh-rsa":
            try checkRSA(exponent: fields.next(), modulus: fields.next(), isAtEnd: fields.isAtEnd)
        case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521":
            try checkCurve(String(algorithm.dropFirst(11)), name: fields.next(), point: fields.next())
            try require(fields.isAtEnd)
        case "sk-ecdsa-sha2-nistp256@openssh.com":
            try checkCurve("nistp256", name: fields.next(), point: fields.next())
            try require(fields.next() != nil && fields.isAtEnd)
        default:
            throw .badKey(.unsupported(PlainText.cut(algorithm, limit: 60)))
        }
    }

    private static func checkRSA(exponent: ArraySlice<UInt8>?, modulus: ArraySlice<UInt8>?, isAtEnd: Bool) throws(MemberError) {
        guard let exponent = exponent.flatMap(positive), let modulus = modulus.flatMap(positive), isAtEnd, let first = modulus.first else {
            throw .badKey(.notAKey)
        }
        let bits = modulus.count * 8 - first.leadingZeroBitCount
        guard bits >= fewestBits else { throw .badKey(.tooShort(bits: bits, minimum: fewestBits)) }
        let isOddAndNotOne = exponent.last.map { $0 & 1 == 1 } == true && !exponent.elementsEqual([1])
        try require(bits <= mostBits && exponent.count <= 8 && isOddAndNotOne)
    }

    private static func checkCurve(_ curve: String, name: ArraySlice<UInt8>?, point: ArraySlice<UInt8>?) throws(MemberError) {
        let sizes = ["nistp256": 65, "nistp384": 97, "nistp521": 133]
        guard let name, let point, name.elementsEqual(curve.utf8) else { throw .badKey(.notAKey) }
        // 4: both coordinates are written out.
        try require(point.count == sizes[curve] && point.first == 4)
    }

    /// The bytes of a positive number in its shortest form, without the zero that keeps its sign.
    private static func positive(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = number.first, first & 0x80 == 0 else { return nil }
        guard first == 0 else { return number }
        let rest = number.dropFirst()
        return rest.first.map { $0 & 0x80 != 0 } == true ? rest : nil
    }

    private static func require(_ isRight: Bool) throws(MemberError) {
        guard isRight else { throw .badKey(.notAKey) }
    }
}
