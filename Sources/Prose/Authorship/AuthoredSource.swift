/// A text of another page, from which this page's may have been moved or copied.
package struct AuthoredSource: Sendable {
    /// The other page's text.
    package let text: [UInt8]
    /// Who wrote it, in this page's numbers: words of page 0 were first written here, those of the other page have the number by
    /// which the caller knows it.
    package let authors: AuthoredText

    package init(text: [UInt8], authors: AuthoredText) {
        self.text = text
        self.authors = authors
    }
}
