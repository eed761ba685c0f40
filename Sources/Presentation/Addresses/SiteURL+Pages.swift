/// What can be read and done at one page. A path is the page's path below the pages root, without its extension.
extension SiteURL {
    /// The home page.
    package var home: String { place == nil ? "\(base)/" : content([]) }

    /// A page, or a folder (its one address is also that of its folder page); the empty path is the home page.
    package func page(_ path: [UInt8]) -> String { content(path) }

    /// Where the wiki shows a path, in a static site from the place where that stands, whether or not it holds such a page.
    package func wikiAddress(_ path: [UInt8]) -> String { (place?.root ?? "\(base)/") + contentPath(path) }

    /// Whether what stands at a path is here: always on a server, and in a static site where it shows it.
    package func holds(_ path: [UInt8]) -> Bool { place.map { $0.site.names.file(path) != nil } ?? true }

    /// Whether a page, by its own path, is here: always on a server, and in a static site where it shows it.
    package func shows(_ page: [UInt8]) -> Bool { place.map { $0.site.pages.contains(page) } ?? true }

    /// A permanent link to a page as it was right after a commit.
    package func page(_ path: [UInt8], revision: String) -> String {
        place == nil ? Self.withQuery(content(path), [("rev", revision)]) : elsewhere { $0.page(path, revision: revision) }
    }

    /// A place on a page: the anchor is a heading's, unencoded.
    package func page(_ path: [UInt8], anchor: String) -> String {
        let page = content(path)
        return page.utf8.isEmpty ? "" : "\(page)#\(PercentCoding.segment(anchor.utf8))"
    }

    /// The page's Markdown under its own address.
    package func markdown(_ path: [UInt8]) -> String { twin(of: path) ?? content(path, suffix: ".md") }

    /// The file of a static site that holds a page's Markdown.
    private func twin(of path: [UInt8]) -> String? { file(of: path) { "\(StaticSite.stem(of: $0)).md" } }

    /// The page's bytes, also where `.md` would mean another file; of an older revision with `revision`.
    package func raw(_ path: [UInt8], revision: String? = nil) -> String {
        if revision == nil, let twin = twin(of: path) { return twin }
        if place != nil { return elsewhere { $0.raw(path, revision: revision) } }
        return "\(content(path))?raw\(revision.map { "&rev=\(PercentCoding.queryValue($0.utf8))" } ?? "")"
    }

    /// A folder whose list of files goes on behind one of them.
    package func folder(_ path: [UInt8], filesAfter file: [UInt8]) -> String {
        place == nil ? "\(content(path))?files=\(PercentCoding.queryValue(file))" : elsewhere { $0.folder(path, filesAfter: file) }
    }

    /// A file by its exact path, extension included.
    package func file(_ path: [UInt8]) -> String { content(path) }

    /// A file's own bytes, also where its path means a page.
    package func file(_ path: [UInt8], download: Bool) -> String { download && place == nil ? "\(content(path))?file" : content(path) }

    /// A file's own bytes as they were right after a commit.
    package func file(_ path: [UInt8], revision: String) -> String {
        place == nil
            ? Self.withQuery(content(path), [("rev", revision)]) + "&file" : elsewhere { $0.file(path, revision: revision) }
    }

    /// The edit form (GET) and the save (POST); an anchor opens it at that section.
    package func edit(_ path: [UInt8], anchor: String? = nil) -> String { action("edit", path, [("section", anchor)]) }

    /// Where the edit form asks for a preview (POST).
    package func preview(_ path: [UInt8]) -> String { action("preview", path) }

    /// The page's revisions, the newest first; `after` is the cursor that the page before gave.
    package func history(_ path: [UInt8], after: String? = nil) -> String {
        file(of: path) { place?.site.hasHistories == true ? StaticSite.file("history", $0, mark: after) : nil }
            ?? action("history", path, [("after", after)])
    }

    /// What changed between two revisions; without `from`, what `to` changed.
    package func diff(_ path: [UInt8], from: String? = nil, to: String? = nil, _ choice: DiffChoice = DiffChoice()) -> String {
        // A static site holds what each revision changed, in one form.
        if place != nil, choice != DiffChoice() { return "" }
        if from == nil, let to, let here = file(of: path, { place?.site.difference($0, to) }) { return here }
        return action("diff", path, [("from", from), ("to", to)] + choice.query)
    }

    /// The form that brings an older revision back, or a deleted page.
    package func restore(_ path: [UInt8], revision: String) -> String { action("restore", path, [("rev", revision)]) }

    /// The form that takes back what one commit did to this page.
    package func undo(_ path: [UInt8], revision: String) -> String {
        place == nil ? "\(revert(revision))?page=\(PercentCoding.queryValue(path))" : elsewhere { $0.undo(path, revision: revision) }
    }

    /// The form that deletes a page.
    package func delete(_ path: [UInt8]) -> String { action("delete", path) }

    /// The form that moves a page.
    package func move(_ path: [UInt8]) -> String { action("move", path) }

    /// The form for a new page, with its path already filled in.
    package func newPage(_ path: [UInt8]? = nil) -> String {
        if place != nil { return elsewhere { $0.newPage(path) } }
        return path.map { interface("new") + "?path=\(PercentCoding.queryValue($0))" } ?? interface("new")
    }

    /// The form that puts a file into a folder.
    package func attach(_ folder: [UInt8]) -> String { action("attach", folder) }
}
