/// The plural categories of the Unicode CLDR, for whole numbers.
///
/// Source of the rules: CLDR "Language Plural Rules" (cardinal numbers, integers only, so the `v = 0` branch of each).
package enum PluralForm: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other

    /// The form that `language` (its primary subtag counts) uses for `count`.
    package init(_ count: Int, language: String) {
        let n = count.magnitude
        switch Self.family(of: language) {
        case .uninflected: self = .other
        case .oneIsSingular: self = n == 1 ? .one : .other
        case .zeroAndOneAreSingular: self = n <= 1 ? .one : .other
        case .eastSlavic: self = Self.eastSlavic(n)
        case .polish: self = Self.polish(n)
        case .westSlavic: self = n == 1 ? .one : (2...4).contains(n) ? .few : .other
        case .arabic: self = Self.arabic(n)
        }
    }

    private enum Family { case uninflected, oneIsSingular, zeroAndOneAreSingular, eastSlavic, polish, westSlavic, arabic }

    private static func family(of language: String) -> Family {
        switch language.split(separator: "-").first.map({ $0.lowercased() }) ?? "" {
        case "ja", "ko", "zh", "th", "vi", "id", "ms": .uninflected
        case "fr", "pt", "hi", "fa": .zeroAndOneAreSingular
        case "ru", "uk", "be": .eastSlavic
        case "pl": .polish
        case "cs", "sk": .westSlavic
        case "ar": .arabic
        default: .oneIsSingular
        }
    }

    private static func eastSlavic(_ n: UInt) -> PluralForm {
        if n % 10 == 1, n % 100 != 11 { return .one }
        if (2...4).contains(n % 10), !(12...14).contains(n % 100) { return .few }
        return .many
    }

    private static func polish(_ n: UInt) -> PluralForm {
        if n == 1 { return .one }
        if (2...4).contains(n % 10), !(12...14).contains(n % 100) { return .few }
        return .many
    }

    private static func arabic(_ n: UInt) -> PluralForm {
        switch (n, n % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }
}
