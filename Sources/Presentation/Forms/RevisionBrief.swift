import Git
package import WikiCore

/// The few facts of a revision that a sentence names.
package struct RevisionBrief: Sendable, Hashable {
    /// The commit's full id.
    package let id: String
    /// Its author, and who shares the credit.
    package let people: [NamedPerson]
    /// When, Unix.
    package let seconds: Int
    /// The first line of the message.
    package let summary: String

    package init(id: String, author: String, seconds: Int, summary: String = "") {
        self.init(id: id, people: [NamedPerson(author)], seconds: seconds, summary: summary)
    }

    package init(id: String, people: [NamedPerson], seconds: Int, summary: String = "") {
        self.id = id
        self.people = people
        self.seconds = seconds
        self.summary = summary
    }

    package init(_ revision: Revision, in urls: SiteURL) {
        let author = NamedPerson(revision.author, href: revision.person.map { urls.person($0) })
        self.init(
            id: revision.id.hex, people: [author] + NamedPerson.all(revision.coAuthors, by: urls), seconds: Int(revision.time),
            summary: revision.summary)
    }

    package init(_ commit: CommitRecord, in urls: SiteURL) {
        let author = NamedPerson(commit.author, href: commit.person.map { urls.person($0) })
        self.init(
            id: commit.id.hex, people: [author] + NamedPerson.all(commit.coAuthors, by: urls), seconds: Int(commit.time),
            summary: commit.summary)
    }
}
