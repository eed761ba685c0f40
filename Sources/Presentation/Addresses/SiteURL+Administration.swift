/// What those who look after a wiki need.
extension SiteURL {
    /// The list of accounts; `after` is the cursor that the page before gave.
    package func adminPeople(matching query: String? = nil, after: String? = nil) -> String {
        Self.withQuery(interface("admin/people"), [("q", query), ("after", after)])
    }

    /// One account and what can be done about it.
    package func adminPerson(_ name: String) -> String { interface("admin/people/\(PercentCoding.segment(name.utf8))") }

    /// Where something is done about an account (POST): `role`, `state`, `link`, `address`.
    package func adminPerson(_ name: String, _ action: String) -> String { "\(adminPerson(name))/\(action)" }

    /// Everybody's edits, or those of an account or of a name that no account has, to take many back at once.
    package func adminEdits(account: String? = nil, name: String? = nil, after: String? = nil) -> String {
        Self.withQuery(interface("admin/edits"), [("account", account), ("name", name), ("after", after)])
    }

    /// Invitations: the form and the list; `after` is the cursor that the page before gave.
    package func adminInvitations(after: String? = nil) -> String { Self.withQuery(interface("admin/invitations"), [("after", after)]) }

    /// Where an invitation is taken back (POST).
    package var adminRevokeInvitation: String { "\(adminInvitations())/revoke" }

    /// The rules for who may change which files.
    package var adminAccess: String { interface("admin/access") }

    /// What happened, by whom and from where.
    package func adminAudit(actor: String? = nil, action: String? = nil, before: String? = nil) -> String {
        Self.withQuery(interface("admin/audit"), [("actor", actor), ("action", action), ("before", before)])
    }

    /// Pushes whose authors nobody has confirmed yet.
    package var adminCredits: String { interface("admin/credits") }
}
