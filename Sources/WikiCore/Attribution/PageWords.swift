/// How many words stand in a page's newest text, and whose they are.
package struct PageWords: Sendable, Equatable {
    /// Somebody whose words stand there.
    package struct Writer: Sendable, Equatable {
        /// What the person is called.
        package let name: String
        /// The part of the words that is theirs, up to 1.
        package let share: Double
    }

    /// How many words there are.
    package let count: Int
    /// Those with the most words first.
    package let writers: [Writer]
}
