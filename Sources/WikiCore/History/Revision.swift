package import Git

/// A commit seen from one page: that page's text right after it.
package struct Revision: Hashable, Sendable {
    /// Its place in the order shown; larger is newer.
    package let place: Int64
    /// Its number among the page's revisions, from 1.
    package let number: Int
    /// The commit.
    package let id: ObjectID
    /// The text after it; nil where the page was deleted.
    package let blob: ObjectID?
    /// The text at its first parent; nil where the page was new.
    package let old: ObjectID?
    /// The file's path then.
    package let file: GitPath
    /// The contributor's name.
    package let author: String
    /// The name under which the author's account logs in; nil where no account is credited.
    package let account: String?
    /// What addresses of the site call the author.
    package let person: String?
    /// True where the author's credit waits for somebody to confirm it.
    package let isUnconfirmed: Bool
    /// When it was written, in seconds since 1970.
    package let time: Int64
    /// The author's minutes east of UTC.
    package let offset: Int
    /// True for a commit of several parents.
    package let isMerge: Bool
    /// The first line of its message.
    package let summary: String
    /// Words added; nil while nobody has counted.
    package var added: Int?
    /// Words removed; nil while nobody has counted.
    package var removed: Int?
    /// Who shares the credit with the author, in the order of the commit's message, each once.
    package var coAuthors: [CreditedPerson] = []
}

/// A commit as lists show it.
package struct CommitRecord: Hashable, Sendable {
    /// Its place in the order shown; larger is newer.
    package let place: Int64
    /// The commit.
    package let id: ObjectID
    /// The contributor's name.
    package let author: String
    /// The name under which the author's account logs in; nil where no account is credited.
    package let account: String?
    /// What addresses of the site call the author.
    package let person: String?
    /// True where the author's credit waits for somebody to confirm it.
    package let isUnconfirmed: Bool
    /// When it was written, in seconds since 1970.
    package let time: Int64
    /// The author's minutes east of UTC.
    package let offset: Int
    /// True for a commit of several parents.
    package let isMerge: Bool
    /// The first line of its message.
    package let summary: String
    /// How many files it changed.
    package let touched: Int
    /// Who shares the credit with the author, in the order of the commit's message, each once.
    package var coAuthors: [CreditedPerson] = []
}

/// A page that a commit changed.
package struct CommitPage: Hashable, Sendable {
    /// The page's identity.
    package let page: Int64
    /// Its path today, or the last it had.
    package let path: GitPath
    /// True for `_Sidebar` and its like, which no list shows.
    package let isPart: Bool
    /// False where it is deleted today.
    package let isAlive: Bool
    /// The file's path in that commit.
    package let file: GitPath
    /// The text after the commit.
    package let blob: ObjectID?
    /// The text before it.
    package let old: ObjectID?
    /// What it is called today.
    package let title: String
}

/// Somebody who edited a page.
package struct Contributor: Hashable, Sendable {
    /// The name shown; never an address.
    package let name: String
    /// The name under which their account logs in; nil where no account is credited.
    package let account: String?
    /// What addresses of the site call them.
    package let person: String?
    /// True where these edits wait for somebody to confirm whose they are.
    package let isUnconfirmed: Bool
    /// How many revisions are theirs; none where they only wrote together with others, or words of theirs came from elsewhere.
    package let edits: Int
    /// The part of the words in the newest text that is theirs, 0 to 1; nil while that is not known.
    package var share: Double?
    /// Tells people apart.
    let key: ContributorKey
}
