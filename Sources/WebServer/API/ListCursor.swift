import Git

/// Where a list goes on. Clients hand it back as it is; lists by place in an order stay right while others write.
enum ListCursor: Hashable, Sendable {
    /// Below this place in the order of commits, or past so many hits.
    case place(Int64)
    /// Behind this path.
    case path(GitPath)

    /// The text that stands for it: letters and digits only.
    var text: String {
        switch self {
        case .place(let place): "c\(place)"
        case .path(let path): "p" + path.bytes.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
        }
    }

    /// Reads the text; nil where it is none of ours.
    init?(_ text: String) {
        let rest = text.utf8.dropFirst()
        switch text.utf8.first {
        case UInt8(ascii: "c"):
            guard rest.allSatisfy(\.isASCIIDigit), let place = Int64(String(decoding: rest, as: UTF8.self)) else { return nil }
            self = .place(place)
        case UInt8(ascii: "p"):
            guard let bytes = Self.bytes(Array(rest)) else { return nil }
            self = .path(GitPath(bytes: bytes))
        default: return nil
        }
    }

    private static func bytes(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 2) {
            guard digits[start..<start + 2].allSatisfy(\.isASCIILetterOrDigit),
                let byte = UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
