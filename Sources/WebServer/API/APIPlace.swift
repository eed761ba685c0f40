/// Where an address of the API points: a noun, and what follows it.
struct APIPlace: Hashable, Sendable {
    /// The first segment: `pages`, `history`.
    let noun: String
    /// What follows the noun and a slash, as it was sent; empty where nothing does.
    let rest: String

    /// Nil where the path is not below the API's root.
    init?(_ rawPath: String, below root: String) {
        let prefix = root + "/"
        guard rawPath.utf8.starts(with: prefix.utf8) else { return nil }
        let bytes = rawPath.utf8.dropFirst(prefix.utf8.count)
        let slash = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
        noun = String(decoding: bytes[..<slash], as: UTF8.self)
        rest = String(decoding: bytes[slash...].drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
    }
}
