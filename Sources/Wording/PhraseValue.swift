/// A value that stands for a `{name}` in a phrase.
package enum PhraseValue: Sendable, Hashable {
    /// People's words or an address, shown as they are.
    case text(String)
    /// A count, shown with thin spaces between thousands; the one named `count` also chooses the plural form.
    case number(Int)

    /// The value as a reader sees it.
    var shown: String {
        switch self {
        case .text(let text): text
        case .number(let number): GroupedNumber(number).text
        }
    }
}

extension PhraseValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }
}
