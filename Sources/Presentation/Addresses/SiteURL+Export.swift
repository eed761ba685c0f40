/// What leaves the wiki as a book or as a site.
extension SiteURL {
    /// Where a page becomes a book: the form (GET) and its start (POST); the page that shows how far it has come, or the file.
    /// - Parameters:
    ///   - format: the format that the form begins with.
    ///   - job: the book whose making is shown.
    ///   - file: the book that is fetched.
    package func book(_ path: [UInt8], format: String? = nil, job: String? = nil, file: String? = nil) -> String {
        action("book", path, [("format", format), ("job", job), ("file", file)])
    }

    /// The export of the site: where it stands, and its start (POST).
    package var adminExport: String { interface("admin/export") }
}
