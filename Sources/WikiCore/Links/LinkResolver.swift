package import Git
package import Markup

/// Where a link leads.
package struct LinkDestination: Hashable, Sendable {
    /// What stands there.
    package enum Kind: Hashable, Sendable {
        /// A page, and its one address.
        case page(Page, address: GitPath)
        /// A folder without a page of its own.
        case folder(GitPath)
        /// A file that is no page.
        case file(WikiFile)
        /// Nothing; a page made for this link would have this path.
        case missing(GitPath?)
    }

    /// What stands there.
    package let kind: Kind
    /// True where several pages were equally near by name.
    package var isAmbiguous = false
    /// True where the other side of a wikilink's pipe was taken.
    package var usesAlternate = false
    /// The anchor that the reading taken names.
    package var fragment: String?

    package init(kind: Kind, isAmbiguous: Bool = false, usesAlternate: Bool = false, fragment: String? = nil) {
        self.kind = kind
        self.isAmbiguous = isAmbiguous
        self.usesAlternate = usesAlternate
        self.fragment = fragment
    }

    /// True where nothing stands there.
    package var isMissing: Bool {
        if case .missing = kind { true } else { false }
    }
}

/// Resolves what links name, by one rule for page, preview, export, index and check: same folder; path from the pages
/// root; alias; unique file name anywhere; then the nearest by path.
package struct LinkResolver {
    let index: IndexReader
    let lookup: PageLookup
    let links: Configuration.Links
    private let hidesDrafts: Bool

    /// A resolver for one state of the index.
    /// - Parameter hidesDrafts: true finds what would be found if there were no drafts.
    package init(index: IndexReader, lookup: PageLookup, links: Configuration.Links, hidesDrafts: Bool = false) {
        self.index = index
        self.lookup = lookup
        self.links = links
        self.hidesDrafts = hidesDrafts
    }

    /// Resolves a link on a page whose links are seen from `folder`; nil for an address outside this wiki.
    package func resolve(_ link: DocumentLink, from folder: GitPath) throws -> LinkDestination? {
        let isShown = link.kind == .image || link.kind == .video || link.kind == .audio || link.kind == .embed
        if link.isAbsolute || link.target.hasPrefix("/") {
            for prefix in links.prefixes {
                guard let inner = LinkPrefix(prefix).inner(of: link) else { continue }
                return try destination(inner.path, fragment: inner.fragment, from: .root, isShown: isShown)
            }
            if link.isAbsolute { return nil }
            let here = try destination(link.target, fragment: link.fragment, from: folder, isShown: isShown)
            // What this wiki lacks may stand on the site around it.
            if here.isMissing, links.base != nil { return nil }
            return here
        }
        guard link.kind == .wikilink || link.kind == .embed, let other = link.alternate else {
            return try destination(link.target, fragment: link.fragment, from: folder, isShown: isShown)
        }
        let isTextFirst = links.wikilinks == .textFirst
        let first = isTextFirst ? (other.target, other.fragment) : (link.target, link.fragment)
        let second = isTextFirst ? (link.target, link.fragment) : (other.target, other.fragment)
        var taken = try destination(first.0, fragment: first.1, from: folder, isShown: isShown)
        taken.usesAlternate = isTextFirst
        guard taken.isMissing else { return taken }
        var fallback = try destination(second.0, fragment: second.1, from: folder, isShown: isShown)
        fallback.usesAlternate = !isTextFirst
        return fallback.isMissing ? taken : fallback
    }

    /// The place in the `base` of the site around the wiki that an absolute path means; nil where none is configured.
    package func outside(_ target: String) -> String? {
        guard target.hasPrefix("/"), !target.hasPrefix("//"), let base = links.base else { return nil }
        return (base.hasSuffix("/") ? String(base.dropLast()) : base) + target
    }

    private func destination(_ text: String, fragment: String?, from folder: GitPath, isShown: Bool) throws -> LinkDestination {
        guard let target = LinkTarget(text) else { return LinkDestination(kind: .missing(nil), fragment: fragment) }
        guard let path = target.path(from: folder) else {
            let file = isShown ? try outside(target, from: folder) : nil
            return LinkDestination(kind: file.map { .file($0) } ?? .missing(nil), fragment: fragment)
        }
        if target.path.isRoot {
            return LinkDestination(kind: try self.folder(path), fragment: fragment)
        }
        if let found = try place(path, isFolder: target.isFolder) { return LinkDestination(kind: found, fragment: fragment) }
        if target.place == .anywhere {
            if !folder.isRoot, let found = try place(target.path, isFolder: target.isFolder) {
                return LinkDestination(kind: found, fragment: fragment)
            }
            if let found = try anywhere(target, from: folder) {
                return LinkDestination(kind: found.kind, isAmbiguous: found.isAmbiguous, fragment: fragment)
            }
        }
        if isShown, let file = try outside(target, from: folder) { return LinkDestination(kind: .file(file), fragment: fragment) }
        return LinkDestination(kind: .missing(try suggestion(target, path)), fragment: fragment)
    }

    /// A file outside the pages root, which only what shows it in place may name: by the path from where the page lies in
    /// the repository, by that from the repository's root, or by a name that it alone has.
    private func outside(_ target: LinkTarget, from folder: GitPath) throws -> WikiFile? {
        guard !lookup.layout.root.isRoot else { return nil }
        switch target.place {
        case .folder: return try target.path(from: lookup.layout.file(folder)).flatMap { try index.outsideFile($0) }
        case .root: return try index.outsideFile(target.path)
        case .anywhere:
            if let file = try index.outsideFile(target.path) { return file }
            let key = LookupKey.of(target.path)
            let named = try index.outsideFiles(named: LookupKey.ofName(target.path)).filter { Self.ends(LookupKey.of($0.file), with: key) }
            return named.count == 1 ? named[0] : nil
        }
    }

    /// What stands at a path from the root, alike enough.
    private func place(_ path: GitPath, isFolder: Bool = false) throws -> LinkDestination.Kind? {
        if path.isRoot { return try folder(path) }
        if !isFolder {
            let stem = PagesLayout.withoutExtension(path) ?? path
            if let page = try best(visible(index.pages(like: path)), path) { return try .page(page, address: lookup.address(of: page)) }
            if stem != path, let page = try best(visible(index.pages(like: stem)), stem) {
                return try .page(page, address: lookup.address(of: page))
            }
            let files = try index.files(like: path)
            if let file = files.first(where: { $0.file == lookup.layout.file(path) }) ?? files.first { return .file(file) }
        }
        let folders = try index.folders(like: path)
        return try (folders.first { $0 == path } ?? folders.first).map { try folder($0) }
    }

    /// A folder, or the page that stands for it.
    private func folder(_ folder: GitPath) throws -> LinkDestination.Kind {
        guard let page = try lookup.folderPage(of: folder), !(hidesDrafts && page.isDraft) else { return .folder(folder) }
        return .page(page, address: folder)
    }

    private func visible(_ pages: [Page]) -> [Page] { hidesDrafts ? pages.filter { !$0.isDraft } : pages }

    private func anywhere(_ target: LinkTarget, from folder: GitPath) throws -> (kind: LinkDestination.Kind, isAmbiguous: Bool)? {
        let aliased = try visible(index.pages(alias: LookupKey.of(target.path)))
        if let page = aliased.first { return (try .page(page, address: lookup.address(of: page)), aliased.count > 1) }
        let key = LookupKey.of(target.stem)
        let pages = try visible(index.pages(named: LookupKey.ofName(target.stem))).filter { page in
            !page.isPart && Self.ends(LookupKey.of(page.path), with: key)
        }
        if let page = nearest(pages, to: folder, path: \.path) {
            return (try .page(page, address: lookup.address(of: page)), pages.count > 1)
        }
        let fileKey = LookupKey.of(target.path)
        let files = try index.files(named: LookupKey.ofName(target.path)).filter { file in
            file.file.relative(to: lookup.layout.root).map { Self.ends(LookupKey.of($0), with: fileKey) } ?? false
        }
        return nearest(files, to: folder, path: \.file).map { (.file($0), files.count > 1) }
    }

    private func best(_ pages: [Page], _ path: GitPath) -> Page? {
        pages.first { $0.path == path } ?? pages.first
    }

    private static func ends(_ key: String, with suffix: String) -> Bool {
        key.utf8.elementsEqual(suffix.utf8) || key.utf8.suffix(suffix.utf8.count + 1).elementsEqual("/\(suffix)".utf8)
    }

    /// The one that shares the most folders with the linking page; of those the shortest, then the first.
    private func nearest<Item>(_ items: [Item], to folder: GitPath, path: (Item) -> GitPath) -> Item? {
        func shared(_ other: GitPath) -> Int {
            zip(folder.segments, other.segments).prefix { $0.elementsEqual($1) }.count
        }
        return items.min { one, other in
            let (a, b) = (path(one), path(other))
            return (-shared(a), a.segments.count) != (-shared(b), b.segments.count)
                ? (-shared(a), a.segments.count) < (-shared(b), b.segments.count) : a < b
        }
    }

    private func suggestion(_ target: LinkTarget, _ path: GitPath) throws -> GitPath? {
        let stem = PagesLayout.withoutExtension(path) ?? path
        let isWhole = target.place == .anywhere && target.path.segments.count > 1
        let wanted = isWhole ? target.stem : stem
        let dashed = GitPath(bytes: wanted.bytes.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 })
        return dashed.isRoot ? nil : try lookup.newPath(dashed)
    }
}
