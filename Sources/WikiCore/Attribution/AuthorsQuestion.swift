package import Git

/// Whose words somebody asks after: a text that a page had.
package struct AuthorsQuestion: Sendable {
    /// The page's identity.
    package let page: Int64
    /// Its path today, or the last it had.
    package let path: GitPath
    /// What it is called today.
    package let title: String
    /// True where the text is not the page's newest.
    package let isOld: Bool
    /// False where the page is deleted today.
    package let isAlive: Bool
    /// The revision.
    package let revision: Revision
    /// Its text.
    package let blob: ObjectID
}
