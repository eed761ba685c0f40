import Community
import Presentation

extension AdminPages {
    /// Those that somebody may open.
    init(_ actor: Actor, _ permissions: Permissions) {
        self.init(Set(Page.allCases.filter { permissions.allows($0.permission, actor) }))
    }
}

extension AdminPages.Page {
    /// What the page needs.
    var permission: Permission {
        switch self {
        case .credits: .review
        case .people, .edits: .moderate
        case .invitations: .invite
        case .access, .export, .audit: .administer
        }
    }
}
