import Git
import Prose

/// The authorship of one page, followed from revision to revision: the one place that knows how `Prose` keeps it.
struct PageReplay {
    /// The page.
    let page: Int64
    /// The place of the newest revision that was taken, in the order of commits; 0 before the first.
    private(set) var place: Int64 = 0
    /// Its commit.
    private(set) var taken: ObjectID?
    /// The text after it; nil where it deleted the page.
    private(set) var blob: ObjectID?
    /// The text that was taken last.
    private(set) var text: [UInt8] = []
    /// What the numbers of origins stand for.
    private(set) var origins = OriginTable()
    private var authorship = Authorship()

    /// What a revision may take words from: another page's text, and what its numbers stand for.
    struct Source {
        let page: Int64
        let text: [UInt8]
        let authors: AuthoredText
        let origins: OriginTable
    }

    /// A page of which nothing was taken yet.
    init(page: Int64) {
        self.page = page
    }

    /// Goes on from what was kept.
    /// - Parameter blob: what the newest revision left that was taken, and its text.
    init(_ kept: KeptAuthorship, blob: ObjectID?, text: [UInt8]) throws {
        page = kept.page
        (place, taken, origins) = (kept.place, kept.taken, kept.origins)
        (self.blob, self.text) = (blob, text)
        authorship = try Authorship(decoding: kept.state)
    }

    /// Takes the next revision.
    /// - Parameters:
    ///   - text: its text, empty for a deletion; nil for a text that can have no authors, which is passed over.
    ///   - parents: the texts of its parents, where they are not the text that was taken last.
    ///   - sources: texts of other pages, consulted for what this page's own history does not explain.
    mutating func take(_ step: AuthorshipStep, text: [UInt8]?, parents: [[UInt8]]?, sources: [Source]) {
        (place, taken, blob) = (step.place, step.commit, step.blob)
        self.text = text ?? []
        guard let text else { return }
        let number = origins.number(of: step.commit)
        let prints = parents.map { $0.map { TextFingerprint(of: $0) } }
        let known = sources.isEmpty ? [] : mapped(sources, for: text, by: number, prints)
        let report = authorship.append(text, by: number, parents: prints, sources: known)
        guard report.added > 0 else { return }
        let own = Origin(revision: number)
        origins.setWritten(authorship.head.runs.reduce(0) { $0 + ($1.origin == own ? $1.words : 0) }, by: number)
    }

    /// True where the page had this text before: it is as it was then.
    func knows(_ text: [UInt8]) -> Bool { authorship.knows(TextFingerprint(of: text)) }

    /// Who wrote a text that the page had at some revision that was taken: that of the first time, since a text that comes
    /// back gives everybody their words back.
    func authors(of text: [UInt8], blob wanted: ObjectID) -> AuthoredText {
        if wanted == blob { return authorship.head }
        var copy = authorship
        let number = taken.flatMap { taken in origins.commits.lastIndex(of: taken) } ?? 0
        copy.append(text, by: UInt32(clamping: number), parents: [TextFingerprint(of: text)])
        return copy.head
    }

    /// The state that the next revision needs.
    func encodedState() -> [UInt8] { authorship.encoded() }

    // MARK: Sources

    /// The sources in this page's numbers. Only what the text really takes from them gets numbers that stay, so that the table
    /// holds no commit without a word; that is found out on a copy.
    private mutating func mapped(
        _ sources: [Source], for text: [UInt8], by number: UInt32, _ parents: [TextFingerprint]?
    ) -> [AuthoredSource] {
        var passing = origins
        let trial = sources.map { source in
            AuthoredSource(text: source.text, authors: renumbered(source) { $0.origin(in: &passing, of: page) })
        }
        var copy = authorship
        guard copy.append(text, by: number, parents: parents, sources: trial).borrowed > 0 else { return [] }
        let used = Set(copy.head.runs.map(\.origin))
        var table = origins
        let result = sources.map { source in
            let authors = renumbered(source) { place in
                // Asked of the first table: the numbers of both are the same words' ones.
                used.contains(place.origin(in: &passing, of: page)) ? place.origin(in: &table, of: page) : Self.unused
            }
            return AuthoredSource(text: source.text, authors: authors)
        }
        origins = table
        return result
    }

    /// Stands for words that nobody takes.
    private static let unused = Origin(revision: .max, page: .max)

    /// Who wrote a source, its words by the page and the commit that first had them: a source knows itself as page 0, and words
    /// that come home from it are of this page.
    private func renumbered(_ source: Source, _ number: (FirstPlace) -> Origin) -> AuthoredText {
        let runs = source.authors.runs.map { run in
            let commit = source.origins.commit(run.origin.revision)
            let place = FirstPlace(page: source.origins.page(run.origin.page) ?? source.page, commit: commit ?? .zero)
            return AuthoredRun(length: run.length, words: run.words, origin: number(place))
        }
        return AuthoredText(runs)
    }

    /// Where words were first written.
    private struct FirstPlace {
        let page: Int64
        let commit: ObjectID

        /// Its number; 0 for the page that is followed.
        func origin(in table: inout OriginTable, of own: Int64) -> Origin {
            let number = table.number(of: commit)
            return Origin(revision: number, page: page == own ? 0 : table.number(of: page))
        }
    }
}
