import Community
import Presentation
import WikiCore
import Wording

extension LayoutView {
    /// What surrounds every page of a site, for whoever asks.
    /// - Parameters:
    ///   - isAwaited: something waits for this person in the administration.
    ///   - address: where a stranger comes back to after logging in; nil for what is no page.
    init(_ title: String?, of site: WikiSite, for context: WebRequestContext, isAwaited: Bool = false, from address: String? = nil) {
        self.init(siteName: site.configuration.site.name, title: title, in: site.context)
        let (permissions, actor, words) = (site.permissions, context.actor, site.words)
        isWritable = permissions.allows(.edit, actor)
        isReadable = permissions.allows(.read, actor)
        visitor = VisitorView(of: site, for: context, isAwaited: isAwaited, from: address)
        queryLimit = site.configuration.limits.query
        license = site.configuration.site.license.map { LicenseView(name: $0) }
        guard isReadable else { return }
        cloneAddress = site.cloneAddress
        sshCloneAddress = site.sshCloneAddress
        feeds = [LinkView(label: words.text("recent.feed"), href: site.urls.feedRecent)]
        if let account = actor.account, !account.isActive {
            notice = words.text("notice.blocked")
        } else if !isWritable, actor.account == nil, site.configuration.editing == nil {
            notice = words.text((ReadOnlyReason(site.configuration) ?? .unconfigured).phrase)
        }
    }
}
