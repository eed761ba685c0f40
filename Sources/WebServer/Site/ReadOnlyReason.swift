package import WikiCore

/// Why a wiki takes edits from nobody, or from nobody but this machine: what its owner has to decide.
package enum ReadOnlyReason: String, Hashable, Sendable, CaseIterable {
    /// Nobody has chosen anything yet.
    case unconfigured
    /// `site.url` says that this is a real site; who edits it is not said.
    case siteAlone
    /// Only accounts may edit, and there are none yet.
    case accounts

    /// The reason in a configuration; nil where anybody may edit.
    package init?(_ configuration: Configuration) {
        switch configuration.editing {
        case .open: return nil
        case .accounts: self = .accounts
        case nil: self = configuration.site.url == nil ? .unconfigured : .siteAlone
        }
    }

    /// The key of the sentence for visitors.
    var phrase: String { "notice.readOnly.\(rawValue)" }
}
