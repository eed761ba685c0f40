import Presentation

/// Screens of those who look after a wiki.
extension SampleScreens {
    var administration: [SampleScreen] {
        let views: [(String, DeskView)] = [
            ("people", people), ("people-none", noPeople), ("person", activePerson), ("person-blocked", blockedPerson),
            ("person-disabled", disabledPerson), ("invitations", invitations), ("access", access), ("audit", audit), ("credits", credits),
            ("edits", edits), ("edits-undone", undoneEdits),
        ]
        return (views + exports).map { SampleScreen(name: $0, screen: $1, layout: adminLayout($1.heading)) }
    }

    var adminPages: AdminPages { AdminPages(Set(AdminPages.Page.allCases)) }

    /// The layout of somebody who may do everything.
    private func adminLayout(_ title: String) -> LayoutView {
        var layout = layout(title, tab: nil)
        layout.visitor = VisitorView(
            name: "Ada <Lovelace>", csrf: "token", admin: adminPages.entry(context.urls), isAwaited: true, in: context)
        return layout
    }

    private func line(_ name: String, state: String = "active", isInvited: Bool = false) -> DeskView.PersonLine {
        DeskView.PersonLine(
            name: name, displayName: "\(name) <b>", role: "contributor", state: state, created: 1_794_000_000,
            lastSeen: isInvited ? 1_795_000_000 : nil, isInvited: isInvited, email: "\(name)@example.org")
    }

    private var people: DeskView {
        DeskView.people(
            [line("ada", isInvited: true), line("grace", state: "blocked")], query: "a\"", total: 1204, after: "grace", isFirstPage: false,
            pages: adminPages, in: context)
    }

    private var noPeople: DeskView {
        DeskView.people([], query: "nobody", total: 3, after: nil, isFirstPage: true, pages: adminPages, in: context)
    }

    private var activePerson: DeskView {
        DeskView.person(
            line("grace", isInvited: true), roles: ["reader", "contributor", "reviewer", "moderator", "admin"],
            unconfirmedAddresses: ["grace@navy.example"], rights: .init(setsRole: true, blocks: true, disables: true),
            link: "https://example.org/-/reset/secret", pages: adminPages, csrf: "token", problem: problem, in: context)
    }

    private var blockedPerson: DeskView {
        DeskView.person(
            line("grace", state: "blocked"), roles: [], unconfirmedAddresses: [],
            rights: .init(setsRole: false, blocks: true, disables: false), pages: adminPages, csrf: "token", in: context)
    }

    private var disabledPerson: DeskView {
        DeskView.person(
            line("grace", state: "disabled"), roles: ["reader"], unconfirmedAddresses: [],
            rights: .init(setsRole: true, blocks: true, disables: true), pages: adminPages, csrf: "token", in: context)
    }

    private var invitations: DeskView {
        func invitation(
            _ id: Int64, _ address: String?, _ state: DeskView.InvitationLine.State, account: String? = nil, by: String? = "ada"
        )
            -> DeskView.InvitationLine
        {
            DeskView.InvitationLine(
                id: id, address: address, role: "contributor", state: state, account: account, by: by, made: 1_794_000_000,
                expires: 1_796_000_000)
        }
        return DeskView.invitations(
            [
                invitation(1, "rob@example.org", .waiting), invitation(2, "grace@example.org", .accepted, account: "grace"),
                invitation(3, nil, .expired, by: nil), invitation(4, "x@example.org", .revoked),
            ], draft: .init(addresses: "a@example.org\n</textarea>"), roles: ["reader", "contributor"], sendsMail: false,
            links: [("rob@example.org", "https://example.org/-/invitation/secret")], after: "1", isFirstPage: false, pages: adminPages,
            csrf: "token", problem: problem,
            in: context)
    }

    private func edit(_ title: String, isMerge: Bool = false, reason: String? = nil) -> DeskView.EditLine {
        DeskView.EditLine(
            id: SampleText.id, title: title, author: "Eve <b>", authorHref: context.urls.adminEdits(name: "Eve <b>"),
            seconds: 1_795_000_000, summary: isMerge ? "" : "Buy \"things\"", isMerge: isMerge, isUnconfirmed: isMerge, reason: reason)
    }

    private var edits: DeskView {
        DeskView.edits(
            [edit("Home</li>"), edit("Guides", isMerge: true)], of: nil, after: "7", isFirstPage: false, pages: adminPages, csrf: "token",
            problem: problem, in: context)
    }

    private var undoneEdits: DeskView {
        DeskView.edits(
            [edit("Home")], of: .name("Eve <b>"),
            undone: .init(undone: 3, idle: 1, left: [edit("Home", reason: "Later edits changed the same words.")], next: "7"), after: nil,
            isFirstPage: true, pages: adminPages, csrf: "token", in: context)
    }

    private var access: DeskView {
        let rules = "rules:\n  - path: \"Book/**\"\n    edit: [group:leads]\n"
        let view = DeskView.access(
            text: path("\n\(rules)</textarea>"), base: SampleText.id, current: path(rules), pages: adminPages, csrf: "token",
            problem: problem,
            in: context)
        return view.marking("rules", "Line 3: there is no group “leads”") ?? view
    }

    private var audit: DeskView {
        DeskView.audit(
            [
                DeskView.AuditLine(
                    action: "login.failed", actor: nil, target: "ada", detail: nil, address: "203.0.113.7", time: 1_795_000_000),
                DeskView.AuditLine(
                    action: "of.another.version", actor: "ada", target: nil, detail: "<script>", address: nil, time: 1_795_000_000),
            ], actor: "ada", action: "login", actions: ["login", "login.failed"], before: "7", isFirstPage: false, pages: adminPages,
            authorship: (done: 812, pages: 1000), in: context)
    }

    private var credits: DeskView {
        DeskView.credits(
            pushes, claims: [DeskView.WaitingClaim(name: "rob", displayName: "Rob Pike", address: "rob@old.example")], pages: adminPages,
            csrf: "token", problem: problem, in: context)
    }
}
