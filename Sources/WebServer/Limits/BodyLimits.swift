/// The bounds on request bodies, in bytes.
package struct BodyLimits: Sendable, Equatable {
    /// A form with a page's text: percent-encoding can triple it.
    package let form: Int
    /// A form with a file.
    package let upload: Int
    /// A body of the JSON API: escapes can multiply a text by six, but do so only for control characters.
    package let json: Int

    /// Bounds that let a page and an attachment of these sizes through.
    package init(page: Int, attachment: Int) {
        form = page * 3 + 64 * 1024
        upload = attachment + 256 * 1024
        json = page * 2 + 64 * 1024
    }
}
