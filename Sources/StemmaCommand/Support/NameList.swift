import WikiCore

/// People who share a change, as the command line names them: `Hal and Ida`, at most three by name.
struct NameList {
    private static let limit = 3

    let text: String

    /// The author of a revision, and those who share the credit.
    init(_ revision: Revision) {
        let names = ([revision.author] + revision.coAuthors.map(\.name)).map(\.printable)
        let shown = names.prefix(Self.limit)
        if names.count > shown.count {
            text = shown.joined(separator: ", ") + " and \(names.count - shown.count) more"
        } else {
            text = shown.dropLast().joined(separator: ", ") + (shown.count > 1 ? " and " : "") + (shown.last ?? "")
        }
    }
}
