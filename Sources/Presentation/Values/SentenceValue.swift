/// A value inside a sentence that may be more than words.
package enum SentenceValue: Sendable {
    /// People's words, set apart from the writing direction around them.
    case text(String)
    /// A count; the one named `count` chooses the plural form.
    case number(Int)
    /// A link with its label.
    case link(String, href: String)
    /// A time that a script may make relative: the sentence must read well with "4 days ago", too.
    case time(Moment)
    /// A time that stays a date, as in "on {time}".
    case date(Moment)
    /// A file name, a branch or a commit id.
    case code(String)
    /// A contributor.
    case person(PersonView)
    /// Contributors who share something, in a row: "Hal and Ida".
    case people([NamedPerson])
}
