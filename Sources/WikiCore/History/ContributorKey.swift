/// Tells contributors apart. It holds addresses, so nothing outside the module can read it, and no text ever made of a value
/// that has one shows it.
package struct ContributorKey: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// As the table of contributors has it.
    let value: String

    init(_ value: String) { self.value = value }

    /// Not the key.
    package var description: String { "contributor" }
    /// Not the key.
    package var debugDescription: String { description }
    /// Nothing.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
