/// The bounds on request bodies, in bytes.
package struct BodyLimits: Sendable, Equatable {
    /// A form with a page's text: a line end becomes `%0D%0A`, six bytes for one, all else at most three. So every page that
    /// is small enough comes through, and most that are too large come back in their form.
    package let form: Int
    /// A form with a file.
    package let upload: Int
    /// A body of the JSON API: clients that write `\u044F` for two bytes of Cyrillic triple a text; only control characters
    /// grow more.
    package let json: Int

    /// The longest of all.
    package var longest: Int { max(form, upload, json) }

    /// Bounds that let a page and an attachment of these sizes through.
    package init(page: Int, attachment: Int) {
        form = page * 6 + 64 * 1024
        upload = attachment + 256 * 1024
        json = page * 3 + 64 * 1024
    }
}
