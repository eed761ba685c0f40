import Community
import Presentation

extension VisitorView {
    /// The way in, or the account and the way out.
    init(of site: WikiSite, for context: WebRequestContext, isAwaited: Bool, from address: String?) {
        guard let account = context.actor.account else {
            self.init(loginFrom: address, in: site.context)
            return
        }
        var hasSession = false
        if case .session = context.actor.credential { hasSession = true }
        self.init(
            name: account.displayName, csrf: hasSession ? context.formToken?.token : nil,
            admin: AdminPages(context.actor, site.permissions).entry(site.urls), isAwaited: isAwaited, in: site.context)
    }
}
