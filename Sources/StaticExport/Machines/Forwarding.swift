/// An address of a site that only leads to another.
package struct Forwarding: Sendable, Hashable {
    /// From the root of the host, encoded.
    package let from: String
    /// Where it leads, in the same way, perhaps with a fragment.
    package let to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}
