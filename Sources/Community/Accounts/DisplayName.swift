/// The names that edits are shown under. They need not be unique, since each leads to an account that is.
enum DisplayName {
    /// The most characters, as Unicode scalars.
    static let limit = 100

    /// The name in normal form C, without the space around. Throws `MemberError.badText` also for what git cannot hold in a
    /// name.
    static func checked(_ text: String) throws(MemberError) -> String {
        let name = try PlainText.line(text, limit: limit)
        let isNothing = name.unicodeScalars.allSatisfy { $0.value <= 32 || ".,:;\"\\'".unicodeScalars.contains($0) }
        guard !isNothing, !name.utf8.contains(UInt8(ascii: "<")), !name.utf8.contains(UInt8(ascii: ">")) else { throw .badText }
        return name
    }
}
