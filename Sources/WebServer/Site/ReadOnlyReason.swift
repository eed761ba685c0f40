package import WikiCore

/// Why a wiki takes edits from no stranger but this machine's: what its owner has to decide.
package enum ReadOnlyReason: String, Hashable, Sendable, CaseIterable {
    /// Nobody has chosen anything yet.
    case unconfigured
    /// `site.url` says that this is a real site; who edits it is not said.
    case siteAlone

    /// The reason in a configuration; nil where somebody chose who may edit.
    package init?(_ configuration: Configuration) {
        switch configuration.editing {
        case .open, .accounts: return nil
        case nil: self = configuration.site.url == nil ? .unconfigured : .siteAlone
        }
    }

    /// The key of the sentence for visitors.
    var phrase: String { "notice.readOnly.\(rawValue)" }
}
