/// How far the wiki's attribution has come.
package struct AttributionProgress: Hashable, Sendable {
    /// How many pages wait.
    package let left: Int
    /// Of how many, deleted ones too.
    package let pages: Int

    /// How many are done.
    package var done: Int { max(0, pages - left) }
    /// True where none waits.
    package var isComplete: Bool { left == 0 }
}
