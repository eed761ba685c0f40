import WikiCore

/// Everything that belongs to the wiki as a whole.
extension SiteURL {
    /// A commit with all it changed.
    package func commit(_ id: String) -> String {
        if let place, case .all(let commits, _) = place.site.past {
            // What it did to pages that the site does not show stays untold.
            return commits.contains(String(id.prefix(12))) ? place.address("-/commit/\(id.prefix(12)).html") : ""
        }
        return interface("commit/\(PercentCoding.segment(id.utf8))")
    }

    /// The form that takes a whole commit back.
    package func revert(_ id: String) -> String { interface("revert/\(PercentCoding.segment(id.utf8))") }

    /// Recent changes, the newest first.
    package func recent(after: String? = nil) -> String {
        here("-/recent\(after.map { "~\($0)" } ?? "").html") ?? Self.withQuery(interface("recent"), [("after", after)])
    }

    /// The search page; without a query its empty form.
    package func search(_ query: String? = nil, page: Int? = nil) -> String {
        Self.withQuery(here("-/search.html") ?? interface("search"), [("q", query), ("page", page.map(String.init))])
    }

    /// The pages with a tag.
    package func tag(_ tag: String) -> String {
        guard let place else { return search(SearchQuery.tagged(tag)) }
        return place.site.tags[tag].map { place.address("-/tags/\($0).html") } ?? ""
    }

    /// Titles while typing, as JSON; the script adds `?q=`.
    package var searchTitles: String { interface("search/titles") }

    /// All pages below a folder; `letter` opens one section of a long flat folder, `after` goes on behind a path, whose bytes
    /// need be no text.
    package func pages(_ folder: [UInt8] = [], letter: String? = nil, after: [UInt8]? = nil) -> String {
        if let here = pagesHere(folder, letter: letter, after: after) { return here }
        let address = action("pages", folder, [("letter", letter)])
        guard let after else { return address }
        return "\(address)\(letter == nil ? "?" : "&")after=\(PercentCoding.queryValue(after))"
    }

    /// The same of a static site, whose parts are numbered.
    private func pagesHere(_ folder: [UInt8], letter: String?, after: [UInt8]?) -> String? {
        guard let place else { return nil }
        return place.address(place.site.listing(folder, letter: letter, after: after))
    }

    /// A picture, sound or film outside the pages root that a page shows, by its path in the repository: below the pages root the
    /// same address may mean another one.
    package func outside(_ file: [UInt8]) -> String { place.map { $0.address($0.site.outside(file)) } ?? action("file", file) }

    /// A page of the handbook.
    package func help(_ path: [UInt8] = []) -> String {
        // A site for readers carries no handbook for editors.
        guard place == nil else { return "" }
        let encoded = encodedPath(path)
        return interface(encoded.isEmpty ? "help/" : "help/\(encoded)")
    }

    /// The last page of a static site; nil on a server.
    package var colophon: String? { here("-/colophon.html") }

    /// A file of the theme. With the hash of its content it may be cached for ever.
    package func asset(_ name: String, hash: String? = nil) -> String {
        here("-/assets/\(name)") ?? Self.withQuery(interface("assets/\(encodedPath(Array(name.utf8)))"), [("v", hash)])
    }

    /// The feed of recent changes.
    package var feedRecent: String { here("-/feed/recent.xml") ?? interface("feed/recent") }

    /// The feed of one page's revisions.
    package func feedHistory(_ path: [UInt8]) -> String {
        file(of: path) { place?.site.hasHistories == true ? StaticSite.file("feed/history", $0, ending: "xml") : nil }
            ?? action("feed/history", path)
    }

    /// Whether the server is well.
    package var health: String { interface("health") }

    /// The repository, to clone and push.
    package var gitClone: String { place == nil ? "\(base)/wiki.git" : elsewhere(\.gitClone) }

    /// The repository over SSH, as git takes it.
    /// - Parameter login: who logs in where, perhaps with a port behind a colon.
    package static func sshClone(_ login: String) -> String {
        login.utf8.contains(UInt8(ascii: ":")) ? "ssh://\(login)/wiki.git" : "\(login):wiki.git"
    }

    /// True for the addresses at which git itself runs, and which take as long as a clone or a push does.
    /// - Parameter address: a request's path as it came.
    package func isGitService(_ address: String) -> Bool { address.utf8.starts(with: "\(gitClone)/git-".utf8) }

    /// The root of the interface, for `robots.txt`.
    package var interfaceRoot: String { interface("") }
}
