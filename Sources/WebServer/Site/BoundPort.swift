import Synchronization

/// The port that the server listens on, which where the settings leave it open only the system knows.
package final class BoundPort: Sendable {
    private let value = Atomic<Int>(0)

    /// A port that nobody has bound yet.
    package init() {}

    /// The port; nil until the server listens.
    package var number: Int? {
        let number = value.load(ordering: .acquiring)
        return number == 0 ? nil : number
    }

    /// Tells it, once the server listens. Zero says nothing.
    func set(_ number: Int) { value.store(number, ordering: .releasing) }
}
