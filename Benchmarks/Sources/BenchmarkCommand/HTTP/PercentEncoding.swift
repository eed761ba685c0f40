/// Bytes as they stand in addresses and forms.
enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Everything but letters, digits and `-._~` is encoded; slashes where they do not part segments.
    static func bytes(_ bytes: some Sequence<UInt8>, keepingSlashes: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            if isPlain(byte) || (keepingSlashes && byte == UInt8(ascii: "/")) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return result
    }

    /// The body of a form.
    static func form(_ fields: [(name: String, value: [UInt8])]) -> [UInt8] {
        let pairs = fields.map { Array("\($0.name)=".utf8) + bytes($0.value) }
        return Array(pairs.joined(separator: [UInt8(ascii: "&")]))
    }

    static func path(_ path: String) -> String {
        String(decoding: bytes(path.utf8, keepingSlashes: true), as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._~".utf8.contains(byte)
        }
    }
}
