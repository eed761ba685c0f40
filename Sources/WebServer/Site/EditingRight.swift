package import Community

/// Whether a request may change pages.
package enum EditingRight: Hashable, Sendable {
    /// It may. One path or another can still be kept for others.
    case allowed
    /// It may read.
    case readOnly

    /// What the permissions say of somebody.
    package init(_ actor: Actor, _ permissions: Permissions) {
        self = permissions.allows(.edit, actor) ? .allowed : .readOnly
    }

    /// True where pages may be changed.
    package var mayEdit: Bool { self == .allowed }
}
