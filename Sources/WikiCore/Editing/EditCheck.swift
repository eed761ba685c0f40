package import Git

/// What a check says of a change.
package enum EditVerdict: Hashable, Sendable {
    /// It may be saved.
    case accept
    /// It may be saved once somebody has looked.
    case hold(WikiError)
    /// It may not be saved.
    case refuse(WikiError)
}

/// One file that an edit would write, delete or make.
package struct ProposedChange: Hashable, Sendable {
    /// Its path below the pages root: a page's without its extension.
    package let path: GitPath
    /// True for pages and parts, false for attachments.
    package let isPage: Bool
    /// True where nothing of that name existed.
    package let isNew: Bool
    /// What it shall hold; nil where it goes.
    package let content: [UInt8]?
}

/// One of the ordered, named checks that every edit passes, whatever door it came through.
package protocol EditCheck: Sendable {
    /// The name, for logs and settings.
    var name: String { get }
    /// Looks at one change.
    func check(_ change: ProposedChange, summary: String) -> EditVerdict
}

/// The checks of a wiki, in order.
package struct EditChecks: Sendable {
    private let checks: [any EditCheck]

    /// The checks that the design names, with their bounds.
    package init(limits: Configuration.Limits) {
        checks = [
            PathCheck(policy: NamePolicy(segmentLimit: limits.segment)), SizeCheck(limits: limits), EncodingCheck(),
            SummaryCheck(limit: limits.summary),
        ]
    }

    /// The first objection of any check.
    package func verdict(_ change: ProposedChange, summary: String) -> EditVerdict {
        for check in checks {
            let verdict = check.check(change, summary: summary)
            if verdict != .accept { return verdict }
        }
        return .accept
    }
}

/// New names follow the rules; names that history brought stay as they are.
struct PathCheck: EditCheck {
    let name = "path"
    let policy: NamePolicy

    func check(_ change: ProposedChange, summary: String) -> EditVerdict {
        guard change.isNew, change.content != nil else { return .accept }
        let isPart = change.isPage && PagesLayout.partNames.contains(String(decoding: change.path.name, as: UTF8.self).lowercased())
        return policy.problem(with: change.path, isPart: isPart).map { .refuse(.badName($0)) } ?? .accept
    }
}

/// Texts and files stay within their bounds.
struct SizeCheck: EditCheck {
    let name = "size"
    let limits: Configuration.Limits

    func check(_ change: ProposedChange, summary: String) -> EditVerdict {
        let limit = change.isPage ? limits.page : limits.attachment
        return (change.content?.count ?? 0) > limit ? .refuse(.tooLarge(limit: limit)) : .accept
    }
}

/// A page is UTF-8 without NUL.
struct EncodingCheck: EditCheck {
    let name = "encoding"

    func check(_ change: ProposedChange, summary: String) -> EditVerdict {
        guard change.isPage, let content = change.content else { return .accept }
        let isText = !content.contains(0) && String(validating: content, as: UTF8.self) != nil
        return isText ? .accept : .refuse(.notText)
    }
}

/// A summary is short.
struct SummaryCheck: EditCheck {
    let name = "summary"
    let limit: Int

    func check(_ change: ProposedChange, summary: String) -> EditVerdict {
        summary.unicodeScalars.count > limit ? .refuse(.summaryTooLong(limit: limit)) : .accept
    }
}
