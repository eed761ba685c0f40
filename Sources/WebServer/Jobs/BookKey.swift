package import Git

/// Which book it is: the same key, the same bytes.
package struct BookKey: Sendable, Hashable {
    /// The page with which the book begins.
    package let page: GitPath
    /// The newest commit when it was asked for.
    package let commit: ObjectID
    /// How often names and credits had changed by then, which the colophon tells.
    package let epoch: Int
    /// What it is made as.
    package let format: BookFormat

    /// The book of a page in one state of the wiki.
    package init(page: GitPath, commit: ObjectID, epoch: Int, format: BookFormat) {
        self.page = page
        self.commit = commit
        self.epoch = epoch
        self.format = format
    }

    /// Its name in the addresses of its page: commit, epoch and format.
    package var id: String { "\(commit.hex)-\(epoch)-\(format.rawValue)" }

    /// Reads such a name; nil for any other text.
    package init?(page: GitPath, id: String) {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let commit = ObjectID(hex: parts[0]), let format = BookFormat(rawValue: parts[2]),
            (1...18).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(\.isASCIIDigit), let epoch = Int(parts[1])
        else { return nil }
        self.init(page: page, commit: commit, epoch: epoch, format: format)
    }
}
