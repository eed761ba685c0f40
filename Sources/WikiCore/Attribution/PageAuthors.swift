package import Git

/// Who wrote which bytes of a page's text, as readers see it: people, changes, runs.
package struct PageAuthors: Sendable {
    /// Somebody whose words stand in the text.
    package struct Person: Hashable, Sendable {
        /// The name shown; never an address.
        package let name: String
        /// The name under which their account logs in; nil where no account is credited.
        package let account: String?
        /// What addresses of the site call them.
        package let person: String?
        /// True where some of these words wait for somebody to confirm whose they are.
        package let isUnconfirmed: Bool
        /// Their words; several who wrote together share equally, so it may be a fraction.
        package let words: Double
        /// The part of all words that is theirs, 0 to 1.
        package let share: Double
        /// Tells people apart.
        let key: ContributorKey
    }

    /// A page from which words came.
    package struct Source: Hashable, Sendable {
        /// Its identity.
        package let page: Int64
        /// Its path today, or the last it had.
        package let path: GitPath
        /// What it is called.
        package let title: String
        /// False where it is deleted today.
        package let isAlive: Bool
    }

    /// What one commit wrote of the text, here or on one other page.
    package struct Change: Hashable, Sendable {
        /// The commit.
        package let commit: CommitRecord
        /// Its author and co-authors, as places in `people`; the author first.
        package let people: [Int]
        /// The page on which it wrote these words; nil for this page.
        package let source: Source?
        /// How many words of it stand in the text.
        package let words: Int
    }

    /// Bytes that one change wrote.
    package struct Run: Hashable, Sendable {
        /// Where they stand in the text.
        package let range: Range<Int>
        /// How many words they hold; signs and white space are none.
        package let words: Int
        /// The change, as a place in `changes`; nil where the commit is not known, as at the edge of a shallow history.
        package let change: Int?
    }

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
    /// The revision whose text it is.
    package let revision: Revision
    /// The text, in bytes of UTF-8.
    package let text: [UInt8]
    /// Runs that cover the text, in order.
    package let runs: [Run]
    /// The changes that wrote it, in the order of commits.
    package let changes: [Change]
    /// The people who wrote it, those with the most words first.
    package let people: [Person]
    /// How many words it has.
    package let words: Int
}
