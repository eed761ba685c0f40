package import WikiCore

/// The one place that says who may do what. Every route, feed, search and push asks it.
package struct Permissions: Sendable {
    private let reading: ReadingMode
    private let editing: EditingMode?

    /// The permissions of a configuration.
    /// - Parameter editing: nil where nobody has chosen yet: then accounts edit, and whom `Actor.mayEditOpenly` names.
    package init(reading: ReadingMode, editing: EditingMode?) {
        self.reading = reading
        self.editing = editing
    }

    /// True where somebody may do a thing of this kind.
    package func allows(_ permission: Permission, _ actor: Actor) -> Bool {
        // Someone who was shut out is not let in as nobody, but sees what everybody sees.
        if let account = actor.account, !account.isActive { return permission == .read && reading == .public }
        switch permission {
        case .read: return reading == .public || actor.role != nil
        case .edit: return allows(.read, actor) && mayEdit(actor)
        case .review: return has(.reviewer, actor)
        case .moderate, .invite: return has(.moderator, actor)
        case .administer: return has(.admin, actor)
        }
    }

    private func mayEdit(_ actor: Actor) -> Bool {
        if case .token(_, .read) = actor.credential { return false }
        return has(.contributor, actor) || editing == .open || actor.mayEditOpenly
    }

    private func has(_ role: Role, _ actor: Actor) -> Bool {
        actor.role.map { $0 >= role } ?? false
    }
}
