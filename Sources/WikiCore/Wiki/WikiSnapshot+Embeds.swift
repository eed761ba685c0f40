package import Git

extension WikiSnapshot {
    /// The most links of one name that are followed to find out whether a file is embedded.
    private static let embedLimit = 500

    /// A file outside the pages root, by its path in the repository, where a living page shows it in place; nil for all
    /// others, which are nobody's business.
    package func embeddedFile(_ path: GitPath) throws -> WikiFile? {
        guard let file = try index.outsideFile(path) else { return nil }
        for (id, link) in try index.embeds(named: LookupKey.ofName(path), limit: Self.embedLimit) {
            guard let page = try index.page(id: id) else { continue }
            if case .file(file) = try links.resolve(link, from: linkFolder(of: page))?.kind { return file }
        }
        return nil
    }
}
