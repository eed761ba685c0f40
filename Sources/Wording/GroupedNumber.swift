/// A whole number as the interface shows it: groups of three, set apart by narrow no-break spaces (U+202F).
///
/// Neither comma nor point is used, since languages disagree about them.
package struct GroupedNumber: Sendable {
    /// The digits with their spaces, and a true minus sign (U+2212) where needed.
    package let text: String

    package init(_ number: Int) {
        let digits = Array(String(number.magnitude).utf8)
        var text = number < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{202F}" }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        self.text = text
    }
}
