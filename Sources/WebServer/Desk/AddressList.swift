/// E-mail addresses as people paste them: one a line, parted by commas or semicolons, with names before them in the way of
/// `Ada Lovelace <ada@example.org>`.
struct AddressList: Hashable, Sendable {
    /// The addresses, in order; whether each is one is for others to say.
    let addresses: [String]

    init(_ text: String) {
        var isQuoted = false
        let parts = text.utf8.split { byte in
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                isQuoted = false
                return true
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                return false
            // A name in quotes may hold a comma.
            case UInt8(ascii: ","), UInt8(ascii: ";"): return !isQuoted
            default: return false
            }
        }
        addresses = parts.flatMap { Self.addresses(in: $0) }
    }

    /// What stands in angle brackets, else every word of the part.
    private static func addresses(in part: Substring.UTF8View) -> [String] {
        if let open = part.lastIndex(of: UInt8(ascii: "<")), let close = part[open...].firstIndex(of: UInt8(ascii: ">")) {
            let inner = part[part.index(after: open)..<close].trimmingBlanks()
            return inner.isEmpty ? [] : [String(Substring(inner))]
        }
        let words = part.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map { String(Substring($0)) }
        let addresses = words.filter { $0.utf8.contains(UInt8(ascii: "@")) }
        return addresses.isEmpty ? Array(words.prefix(1)) : addresses
    }
}
