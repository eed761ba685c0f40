/// Ways into the wiki, and what belongs to a person's own account.
extension SiteURL {
    /// The pages of a person's own settings.
    package enum SettingsPage: String, Sendable, CaseIterable {
        case profile, password, address, credit, sessions, tokens, keys, deletion
    }

    /// The form for logging in; `next` is an address of this site to go on to.
    package func login(next: String? = nil) -> String { Self.withQuery(interface("login"), [("next", next == home ? nil : next)]) }

    /// Where a person logs out (POST).
    package var logout: String { interface("logout") }

    /// The form that makes an account.
    package var register: String { interface("register") }

    /// The one-time link of an invitation.
    package func invitation(_ secret: String) -> String { oneTime("invitation", secret) }

    /// The one-time link by which the first admin makes an account.
    package func firstAdmin(_ secret: String) -> String { oneTime("first-admin", secret) }

    /// The form of somebody who has forgotten a password.
    package var forgotten: String { interface("forgotten") }

    /// The one-time link that sets a new password.
    package func reset(_ secret: String) -> String { oneTime("reset", secret) }

    /// The one-time link that confirms an e-mail address.
    package func confirmAddress(_ secret: String) -> String { oneTime("confirm", secret) }

    /// A person's own settings.
    package func settings(_ page: SettingsPage = .profile) -> String {
        interface(page == .profile ? "settings" : "settings/\(page.rawValue)")
    }

    /// Where one of several forms of a settings page is sent (POST): `tokens/revoke`.
    package func settings(_ page: SettingsPage, _ action: String) -> String { "\(interface("settings/\(page.rawValue)"))/\(action)" }

    /// An address as a log may hold it: without the secret of a one-time link.
    package func withoutSecret(_ address: String) -> String {
        for kind in ["invitation", "first-admin", "reset", "confirm"] {
            let root = interface("\(kind)/")
            if address.utf8.starts(with: root.utf8) { return "\(root)..." }
        }
        return address
    }

    private func oneTime(_ kind: String, _ secret: String) -> String { interface("\(kind)/\(PercentCoding.segment(secret.utf8))") }
}
