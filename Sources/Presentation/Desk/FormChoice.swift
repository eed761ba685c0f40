/// One of several that a field offers.
package struct FormChoice: Sendable, Equatable {
    /// What the form sends.
    package let value: String
    /// What people read.
    package let label: String

    package init(_ value: String, label: String) {
        self.value = value
        self.label = label
    }
}
