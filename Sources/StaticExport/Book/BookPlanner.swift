import Git
import Markup
import WikiCore

/// Finds the pages of a book's contents.
struct BookPlanner {
    private enum Found {
        case page(Page)
        case problem(BookProblem)
    }

    let snapshot: WikiSnapshot
    private(set) var problems: [BookProblem] = []
    private var entries: [BookPlan.Entry] = []
    private var taken: Set<Int64> = []

    init(snapshot: WikiSnapshot) { self.snapshot = snapshot }

    /// The page that describes the book.
    func bookPage(_ source: BookSource) throws -> Page {
        guard case .page(let path) = source else {
            let books = try snapshot.index.books(limit: 100).filter { !$0.isDraft }
            guard let book = books.first else { throw BookError.noBook }
            guard books.count == 1 else { throw BookError.severalBooks(books.map(\.path)) }
            return book
        }
        switch try page(at: path) {
        case .page(let page): return page
        case .problem(.draft(let path)): throw BookError.draft(path)
        case .problem, nil: throw BookError.noPage(path)
        }
    }

    /// Adds a page that somebody named.
    mutating func add(_ path: GitPath) throws {
        guard entries.count < BookOutline.limit else { return note(.tooManyEntries(limit: BookOutline.limit)) }
        guard let found = try page(at: path) else { throw BookError.noPage(path) }
        take(found, title: nil, depth: 0)
    }

    /// Adds what a page lists.
    mutating func add(_ outline: BookOutline, of book: Page) throws {
        let folder = try snapshot.linkFolder(of: book)
        if outline.isCut { note(.tooManyEntries(limit: BookOutline.limit)) }
        for entry in outline.entries {
            guard let link = entry.link else {
                if !entry.title.isEmpty { entries.append(BookPlan.Entry(title: entry.title, depth: entry.depth, page: nil)) }
                continue
            }
            let title = link.kind == .wikilink && !link.hasPipe ? "" : entry.title
            let found = try self.found(link, from: folder, name: entry.title.isEmpty ? link.target : entry.title)
            // What stands below an entry that leads nowhere stays together under its words.
            if case .problem = found, !entry.title.isEmpty {
                entries.append(BookPlan.Entry(title: entry.title, depth: entry.depth, page: nil))
            }
            take(found, title: title.isEmpty ? nil : title, depth: entry.depth)
        }
    }

    /// The contents: headings of parts without a chapter below them are left out, and no line is more than one deeper than the
    /// line before.
    func finished() -> [BookPlan.Entry] {
        var kept: [BookPlan.Entry] = []
        var needed = Int.min
        for entry in entries.reversed() where entry.page != nil || entry.depth < needed {
            needed = entry.depth
            kept.append(entry)
        }
        var depth = -1
        return kept.reversed().map { entry in
            depth = min(entry.depth, depth + 1)
            return BookPlan.Entry(title: entry.title, depth: depth, page: entry.page)
        }
    }

    private mutating func take(_ found: Found, title: String?, depth: Int) {
        switch found {
        case .problem(let problem): note(problem)
        case .page(let page):
            guard taken.insert(page.id).inserted else { return note(.repeated(page.path)) }
            entries.append(BookPlan.Entry(title: title ?? page.title, depth: depth, page: page))
        }
    }

    private mutating func note(_ problem: BookProblem) {
        if !problems.contains(problem), problems.count < 1000 { problems.append(problem) }
    }

    private func found(_ link: DocumentLink, from folder: GitPath, name: String) throws -> Found {
        switch try snapshot.links.resolve(link, from: folder)?.kind {
        case .page(let page, _): return try chapter(page)
        case .folder, .file, nil: return .problem(.noPage(name))
        case .missing: return .problem(.missing(name))
        }
    }

    private func page(at path: GitPath) throws -> Found? {
        switch try snapshot.lookup.find(path) {
        case .page(let page), .markdown(let page): return try chapter(page)
        case .moved(let address):
            if case .page(let page) = try snapshot.lookup.find(address) { return try chapter(page) }
            return nil
        case .file, .folder, .several, .missing: return nil
        }
    }

    /// A page as a chapter: what it redirects to, where it does; no draft and no part of the interface.
    private func chapter(_ page: Page) throws -> Found {
        guard let end = try BookRedirect.end(of: page, in: snapshot) else { return .problem(.lostRedirect(page.path)) }
        if end.isPart { return .problem(.noPage(end.path.display)) }
        return end.isDraft ? .problem(.draft(end.path)) : .page(end)
    }
}
