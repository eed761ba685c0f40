/// What a run of an export did.
package struct SiteReport: Sendable, Equatable {
    /// Pages that the site shows.
    package var pages = 0
    /// Units that were made anew: pages, lists, files.
    package var made = 0
    /// Files that were written, since they are new or other than before.
    package var written = 0
    /// Files that went.
    package var removed = 0
    /// Links that lead nowhere, by the page that has them.
    package var broken: [BrokenLink] = []
    /// The commit that the site shows.
    package var commit = ""
    /// False where nothing had changed and nothing was touched.
    package var isChanged = false
}
