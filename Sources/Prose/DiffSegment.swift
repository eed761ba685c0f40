/// A piece of a line in a difference.
package struct DiffSegment: Sendable, Equatable {
    /// Its bytes, never empty.
    package let text: [UInt8]
    /// Whether the other side does not have it.
    package let isChanged: Bool

    package init(text: [UInt8], isChanged: Bool) {
        self.text = text
        self.isChanged = isChanged
    }
}
