/// The pages before and after a page, as far as there are any.
package struct ReadingNeighbours: Hashable, Sendable {
    /// What is read before it.
    package var previous: ReadingStep?
    /// What is read after it.
    package var next: ReadingStep?

    /// - Parameters:
    ///   - previous: what is read before it.
    ///   - next: what is read after it.
    package init(previous: ReadingStep? = nil, next: ReadingStep? = nil) {
        self.previous = previous
        self.next = next
    }
}
