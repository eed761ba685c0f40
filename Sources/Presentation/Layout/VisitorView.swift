import Wording

/// Who reads, at the head of every page: the way in, or the account and the way out.
package struct VisitorView: TemplateView {
    /// The `id` by which the button in the header sends the form at the foot of the page.
    private static let logoutForm = "logout"

    package let fields: [String: TemplateValue]

    /// Somebody who may log in.
    /// - Parameter next: where to come back to.
    package init(loginFrom next: String?, in context: ViewContext) {
        var fields = Self.nothing
        fields["loginHref"] = .text(raw: context.urls.login(next: next))
        self.fields = fields
    }

    /// Somebody with an account.
    /// - Parameters:
    ///   - name: the name shown beside edits.
    ///   - csrf: the token of this browser; nil where nothing here ends the visit, as behind a proxy that signs people on.
    ///   - admin: where administration begins; nil for those who have no part in it.
    ///   - isAwaited: something waits there.
    package init(name: String, csrf: String?, admin: String?, isAwaited: Bool, in context: ViewContext) {
        let urls = context.urls
        var fields = Self.nothing
        fields["name"] = .text(raw: name)
        fields["settingsHref"] = .text(raw: urls.settings())
        fields["adminHref"] = .text(raw: admin)
        fields["isAwaited"] = .flag(isAwaited)
        if let csrf {
            fields["logout"] = .view([
                "form": .text(raw: Self.logoutForm), "action": .text(raw: urls.logout), "csrf": .text(raw: csrf),
            ])
        }
        self.fields = fields
    }

    private static var nothing: [String: TemplateValue] {
        [
            "loginHref": .absent, "name": .absent, "settingsHref": .absent, "adminHref": .absent, "isAwaited": .flag(false),
            "logout": .absent,
        ]
    }
}
