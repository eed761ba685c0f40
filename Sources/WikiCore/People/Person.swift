/// Somebody who edited, with what there is to count of it.
package struct Person: Sendable {
    /// What the index knows the person by. It may hold an e-mail address, and stays in this module.
    let key: String
    /// The place in lists; good for a cursor.
    let row: Int64
    /// What addresses of the site call the person.
    package let address: String
    /// The name shown; never an e-mail address.
    package let name: String
    /// The name under which the person's account logs in; nil where no account is credited.
    package let account: String?
    /// True where these edits wait for somebody to confirm whose they are.
    package let isUnconfirmed: Bool
    /// How many commits that changed something are theirs, alone or beside others.
    package let edits: Int
    /// How many words they wrote, as far as that is counted.
    package let written: Int
    /// How many of these words stand today, as far as that is counted.
    package let living: Int
    /// Their first edit.
    package let first: PersonEdit
    /// Their newest edit.
    package let last: PersonEdit
}

/// Where and when an edit stands.
package struct PersonEdit: Hashable, Sendable {
    /// Its place in the order of commits.
    package let place: Int64
    /// When it was made, in seconds since 1970.
    package let time: Int64
}

/// A page that somebody edited, with what is theirs there.
package struct PersonPage: Hashable, Sendable {
    /// The page.
    package let page: Page
    /// In how many of its revisions.
    package let edits: Int
    /// How many of their words stand there, as far as that is counted.
    package let living: Int
}

/// A week in which somebody edited.
package struct PersonWeek: Hashable, Sendable {
    /// Its number; see ``CalendarWeek``.
    package let week: Int
    /// How many edits.
    package let edits: Int
}
