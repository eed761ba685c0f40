/// A heading of a page.
package struct Heading: Sendable, Equatable {
    /// 1 to 6.
    package var level: Int
    /// The fragment that leads to it, as GitHub makes it; unique on the page.
    package var anchor: String
    /// Its plain text.
    package var text: String

    package init(level: Int, anchor: String, text: String) {
        self.level = level
        self.anchor = anchor
        self.text = text
    }
}
