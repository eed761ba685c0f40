/// A site that is made and checked, and waits to take the old one's place.
package struct PreparedSite: Sendable {
    /// What the run did.
    package let report: SiteReport
    let folder: SiteFolder
    /// By what it was made; nil where nothing changed and nothing is to be done.
    let plan: SitePlan?

    /// Whether the wiki has a `robots.txt` of its own.
    let hasRobots: Bool

    /// Whether readers have none yet.
    var isFirst: Bool { !FileSystem.exists(folder.path) }

    /// All that takes time or room before.
    func prepare() throws(ExportError) {
        guard let plan else { return }
        do {
            try folder.prepare(plan)
        } catch {
            // A disk that is full gets its room back.
            folder.abandon()
            throw error
        }
    }

    /// Takes the old one's place, in one step.
    func exchange() throws(ExportError) {
        if plan != nil { try folder.exchange() }
    }

    /// Gives the place back.
    func takeBack() { if plan != nil { folder.takeBack() } }

    /// What follows when readers see it.
    func settle() throws(ExportError) {
        guard plan != nil else { return }
        try folder.confirm()
        folder.settle()
    }

    /// A file of it, before or after it took its place; nil where there is none.
    func read(_ file: String) throws(ExportError) -> [UInt8]? {
        if plan == nil { return try FileSystem.read("\(folder.path)/\(file)") }
        return try folder.read(file)
    }
}
