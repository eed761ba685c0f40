import Markup

extension Configuration {
    /// The bounds on every kind of input, each told in the error that a person meets.
    package struct Limits: Sendable, Equatable {
        /// The Markdown of one page, in bytes.
        package var page = MarkdownParser.usualSizeLimit
        /// One attachment, in bytes.
        package var attachment = 25 << 20
        /// What one push may bring, in bytes.
        package var push = 512 << 20
        /// The summary of an edit, in characters.
        package var summary = 500
        /// A search query, in characters.
        package var query = 200
        /// How deep pages may embed each other.
        package var embedDepth = 8
        /// One segment of a new page's path, in bytes.
        package var segment = 200
        /// How many costly views (history, diffs, old revisions, search) run at once.
        package var costlyViews = 2
        /// How many edits one address may make in a minute where no account is asked for.
        package var editsPerMinute = 60

        /// The defaults.
        package init() {}
    }
}
