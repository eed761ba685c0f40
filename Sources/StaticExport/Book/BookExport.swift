import Git
import Markup
package import Presentation
import Prose
package import WikiCore
package import Wording

/// Makes a book from one state of a wiki. Blocking, and the same bytes for the same commit, whoever makes it and when.
package struct BookExport {
    /// The most bytes of all articles together.
    package static let textLimit = 256 << 20

    let snapshot: WikiSnapshot
    let plan: BookPlan
    let urls: SiteURL
    let theme: Theme
    let words: Phrasebook

    /// - Parameters:
    ///   - plan: what the book holds, read from the same state.
    ///   - urls: where the wiki is on the web; without an origin, links to what is not in the book are words alone.
    ///   - shelf: the words of all languages: the book's own is taken.
    package init(_ plan: BookPlan, snapshot: WikiSnapshot, urls: SiteURL, theme: Theme, shelf: PhrasebookShelf) {
        self.plan = plan
        self.snapshot = snapshot
        self.urls = urls
        self.theme = theme
        words = shelf.book(plan.language)
    }

    /// Makes the book. Cost: its chapters, with what they show in place; all of it is in memory.
    /// - Parameter progress: told after each chapter; what it throws ends the work.
    package func make(_ format: BookPackaging, progress: (BookProgress) throws -> Void = { _ in }) throws -> MadeBook {
        let parts = try parts(format, progress)
        let bytes =
            switch format {
            case .epub: try EPUBWriter(parts, theme: theme).bytes()
            case .html: try BookPageWriter(parts, theme: theme).bytes()
            }
        return MadeBook(
            bytes: bytes, title: plan.title, chapters: plan.chapters.count, words: parts.words,
            problems: plan.problems + parts.problems)
    }

    private func parts(_ format: BookPackaging, _ progress: (BookProgress) throws -> Void) throws -> BookParts {
        guard let tip = snapshot.tip, let commit = try snapshot.index.commit(tip) else { throw BookError.emptyWiki }
        var sections = sections()
        let numbers = Dictionary(sections.indices.compactMap { at in sections[at].page.map { ($0.id, at) } }) { first, _ in first }
        let library = BookLibrary(snapshot: snapshot, urls: urls, sections: numbers)
        var credits = BookCredits()
        var (wordCount, size, done) = (0, 0, 0)
        var problems: [BookProblem] = []
        for index in sections.indices {
            guard let page = sections[index].page else { continue }
            let document = try document(of: page)
            if document.isSource { problems.append(.source(page.path)) }
            let links = BookLinks(library: library, folder: try snapshot.linkFolder(of: page), page: page.id)
            let prefix = format == .epub ? "" : sections[index].name + "-"
            sections[index].text = BookMarkup(document.html(links), isEPUB: format == .epub, prefix: prefix).text()
            problems += sections[index].text.lost.map { .lostAddress(page.path, $0) }
            size += sections[index].text.size
            guard size <= Self.textLimit else { throw BookError.tooLarge(limit: Self.textLimit) }
            wordCount += Tokens(Array(document.plainText.utf8)).list.count { $0.kind == .word }
            try credits.add(page, in: snapshot.index)
            done += 1
            try progress(BookProgress(done: done, total: numbers.count))
        }
        let book = view(commit: commit, credits: credits)
        let cover = try cover(library, book, &problems)
        return BookParts(
            book: book, sections: sections, credits: credits, pictures: library.pictures.list, cover: cover, seconds: Int(commit.time),
            words: wordCount, problems: problems + library.pictures.problems)
    }

    /// Lines of the contents as sections, numbered so that the names of files stand in their order.
    private func sections() -> [BookSection] {
        let digits = String(plan.entries.count).utf8.count
        return plan.entries.enumerated().map { number, entry in
            let text = String(number + 1)
            let padded = String(repeating: "0", count: max(0, max(2, digits) - text.utf8.count)) + text
            return BookSection(
                name: "\(entry.page == nil ? "part" : "chapter")-\(padded)", title: entry.title, depth: entry.depth, page: entry.page)
        }
    }

    private func document(of page: Page) throws -> Document {
        try snapshot.index.document(page.blob) ?? Document.source(try snapshot.text(of: page))
    }
}
