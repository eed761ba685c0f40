/// HTML that may be written into a page as it is: made by this module's renderer and by templates, never from people's text.
package struct SafeHTML: Sendable, Hashable {
    /// The HTML itself.
    package var string: String

    /// States that `trusted` was escaped or sanitised by whoever calls this. People's text goes through `EscapedText`.
    package init(trusted: String) {
        string = trusted
    }

    /// Text that holds no markup is HTML too.
    package init(_ text: EscapedText) {
        string = text.string
    }

    /// No HTML at all.
    package static let empty = SafeHTML(trusted: "")

    /// Whether there is nothing to show.
    package var isEmpty: Bool { string.isEmpty }

    /// The parts one after another.
    package static func concatenation(_ parts: some Sequence<SafeHTML>) -> SafeHTML {
        SafeHTML(trusted: parts.reduce(into: "") { $0 += $1.string })
    }

    /// Two pieces of HTML, one after the other.
    package static func + (left: SafeHTML, right: SafeHTML) -> SafeHTML {
        SafeHTML(trusted: left.string + right.string)
    }
}
