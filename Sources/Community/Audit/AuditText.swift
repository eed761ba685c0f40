/// Makes a text fit for the audit log: bounded, on one line, and without anything that looks like an access token, wherever
/// it came from.
enum AuditText {
    /// The most bytes of a text.
    static let limit = 500

    static func clean(_ text: String) -> String {
        PlainText.cut(String(decoding: withoutTokens(Array(text.utf8.prefix(4 * limit))), as: UTF8.self), limit: limit)
    }

    /// The same with the digits of each token as one ellipsis.
    private static func withoutTokens(_ bytes: [UInt8]) -> [UInt8] {
        let prefix = Array(AccessToken.prefix.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            let digits = rest.starts(with: prefix) ? rest.dropFirst(prefix.count).prefix(while: SecretHash.isDigit).count : 0
            if digits >= 16 {
                result += prefix + Array("…".utf8)
                index += prefix.count + digits
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
