/// A text of another page, from which this page's may have been moved or copied.
package struct AuthoredSource: Sendable {
    /// The other page's text.
    package let text: [UInt8]
    /// Who wrote it.
    package let authors: AuthoredText
    /// What the caller calls that page; not 0.
    package let page: UInt32

    package init(text: [UInt8], authors: AuthoredText, page: UInt32) {
        self.text = text
        self.authors = authors
        self.page = page
    }
}
