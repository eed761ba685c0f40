/// The rules for the names that people log in with. The alphabet alone keeps look-alikes out: no two names differ only in
/// case, in script, or in what cannot be seen.
package enum AccountName {
    /// Why a name is refused.
    package enum Problem: Hashable, Sendable {
        /// Nothing.
        case empty
        /// More bytes than the bound.
        case tooLong(limit: Int)
        /// Something other than a–z, 0–9, `-`, `_` and `.`.
        case character
        /// It begins with something other than a letter.
        case leadingCharacter
        /// It ends in a dot, or has two in a row: mail does not take that before the `@`.
        case dots
        /// The name means something else.
        case reserved
    }

    /// The most bytes.
    package static let limit = 40

    /// What is wrong with a new name; nil where nothing is.
    /// - Parameter allowsReserved: true for the wiki's owner, who cannot be taken for somebody else.
    package static func problem(with name: String, allowsReserved: Bool = false) -> Problem? {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, let last = bytes.last else { return .empty }
        if bytes.count > limit { return .tooLong(limit: limit) }
        guard bytes.allSatisfy({ isLetter($0) || isDigit($0) || "-_.".utf8.contains($0) }) else { return .character }
        guard isLetter(first) else { return .leadingCharacter }
        let dot = UInt8(ascii: ".")
        if last == dot || zip(bytes, bytes.dropFirst()).contains(where: { $0 == dot && $1 == dot }) { return .dots }
        return !allowsReserved && reserved.contains(bytes) ? .reserved : nil
    }

    /// The name that somebody means who wrote it in capitals or with space around.
    static func folded(_ text: String) -> String { AddressKey(text).text }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Names that people would take for the wiki itself, for an office, for nobody, or for a part of an address.
    private static let reserved = Set(
        """
        abuse account accounts admin administrator administrators admins all anonymous anyone api assets audit bot deleted edit everybody
        everyone feed group groups guest help history hostmaster invitation invitations invite keys login logout mail me member
        members moderator moderators new no-reply nobody noreply null password people postmaster push recent register reset role
        root search security self session sessions settings signin signup ssh staff stemma support system token tokens undefined
        unknown unverified user users webmaster wiki www
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
