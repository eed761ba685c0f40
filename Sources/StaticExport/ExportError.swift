/// Why an export could not be made. The site that was there before is as it was.
package enum ExportError: Error, Sendable, Equatable {
    /// The folder holds something that no export made.
    case foreignFolder(path: String)
    /// The folder holds the export of another wiki.
    case otherWiki(path: String)
    /// The folder lies in the site of another export, which would take it away.
    case insideSite(path: String, site: String)
    /// Another run works on the same folder.
    case running(path: String)
    /// The system refused something: a full disk, a folder that may not be written.
    case system(path: String, reason: String)
    /// The folder can't be put in the place of the old one at once, as where it is a mount of its own.
    case notExchangeable(path: String, reason: String)
    /// The wiki has no page yet, or none that fits the pattern.
    case nothingToExport
    /// The pattern fits no page of the wiki, so that a slip of it would empty the site.
    case noPageFits
    /// Links that lead nowhere, where that is an error.
    case brokenLinks([BrokenLink])
    /// The authors of some page can't be found, or the wiki changes faster than they are.
    case authorsUnknown
    /// Somebody ended the run.
    case cancelled
}
