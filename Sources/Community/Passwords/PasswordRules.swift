import WikiCore

/// What a new password must be: long enough, and not one that others would try first. What characters it is made of is nobody's
/// business.
package struct PasswordRules: Sendable {
    /// The fewest characters, as Unicode scalars.
    package static let minimum = 8
    /// The most.
    package static let maximum = 256

    private let common: KnownPasswords
    private let siteWords: Set<String>

    /// - Parameter siteWords: names of the wiki, its host among them, which are refused as passwords.
    package init(siteWords: [String] = [], common: KnownPasswords = KnownPasswords()) {
        self.common = common
        self.siteWords = Set(siteWords.map(Self.folded))
    }

    /// What is wrong with a password; nil where nothing is.
    /// - Parameter words: the person's own: name, display name, addresses.
    package func problem(with password: String, words: [String]) -> PasswordProblem? {
        let length = UnicodeForm.canonical(password).unicodeScalars.count
        if length < Self.minimum { return .tooShort(minimum: Self.minimum) }
        if length > Self.maximum { return .tooLong(maximum: Self.maximum) }
        let folded = Self.folded(password)
        if siteWords.contains(folded) || words.contains(where: { Self.folded($0) == folded }) { return .own }
        return common.contains(folded) ? .common : nil
    }

    /// Throws `MemberError.weakPassword`.
    func check(_ password: String, words: [String?]) throws(MemberError) {
        if let problem = problem(with: password, words: words.compactMap(\.self)) { throw .weakPassword(problem) }
    }

    private static func folded(_ text: String) -> String { AddressKey(UnicodeForm.canonical(text)).text }
}
