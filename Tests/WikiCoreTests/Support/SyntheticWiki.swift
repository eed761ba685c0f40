import Git
import TestSupport

/// A wiki whose pages are split, merged, renamed and edited in a real repository, while each word carries who wrote it: what
/// finds the texts that words came from is tested along with what finds the words.
///
/// Each step is a commit. Half of them change words or add a paragraph; the others move text: a page is split, a third of the
/// paragraphs edited and a third laid out anew on the way; a short page is merged into another and deleted; one or two
/// paragraphs go from page to page; a short page gets another file, another title and some other words. Before and after stand
/// commits of plain edits, so that each has neighbours.
struct SyntheticWiki {
    private var random: SeededGenerator
    private let vocabulary: SyntheticVocabulary
    private(set) var pages: [String: TruePage] = [:]
    /// The commits, by the number that words know them by.
    private(set) var commits: [ObjectID] = []
    let history: History
    private var made = 0
    private var paragraphs = 0

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        vocabulary = SyntheticVocabulary(&random)
        history = try History()
        for _ in 0..<8 { try addPage() }
    }

    /// Goes on for some commits.
    mutating func run(_ count: Int) throws {
        for _ in 0..<count {
            switch random.below(8) {
            case 0: try split()
            case 1: try merge()
            case 2: try move()
            case 3: try rename()
            case 4: try addPage()
            default: try edit()
            }
        }
    }

    // MARK: Steps

    private mutating func addPage() throws {
        var page = TruePage()
        page.paragraphs = [title()]
        for _ in 0..<4 + random.below(8) { page.paragraphs.append(newParagraph()) }
        try commit([newName(): page])
    }

    private mutating func edit() throws {
        guard let name = name(), var page = pages[name] else { return }
        for _ in 0..<1 + random.below(3) { changeWords(of: &page) }
        if random.oneIn(2) { page.paragraphs.insert(newParagraph(), at: 1 + random.below(page.paragraphs.count)) }
        try commit([name: page])
    }

    private mutating func split() throws {
        guard let name = name(where: { $0.paragraphs.count > 6 }), var page = pages[name] else { return try addPage() }
        let count = 2 + random.below(page.paragraphs.count / 2)
        let start = 1 + random.below(page.paragraphs.count - count)
        let moved = page.paragraphs[start..<start + count].map { changed($0, .split) }
        page.paragraphs.removeSubrange(start..<start + count)
        var new = TruePage()
        new.paragraphs = [title()] + moved
        try commit([name: page, newName(): new])
    }

    private mutating func merge() throws {
        guard let from = name(where: { $0.paragraphs.count < 10 }), let old = pages[from], let to = name(where: { _ in true }, but: from),
            var page = pages[to]
        else { return }
        let moved = old.paragraphs.dropFirst().map { changed($0, .joined) }
        page.paragraphs.insert(contentsOf: moved, at: 1 + random.below(page.paragraphs.count))
        try commit([to: page, from: nil])
    }

    private mutating func move() throws {
        guard let from = name(where: { page in page.paragraphs.contains { $0.kind == .text } }), var old = pages[from],
            let to = name(where: { _ in true }, but: from), var page = pages[to],
            let place = random.one(of: old.paragraphs.indices.filter { old.paragraphs[$0].kind == .text })
        else { return }
        page.paragraphs.insert(changed(old.paragraphs.remove(at: place), .split), at: 1 + random.below(page.paragraphs.count))
        if random.oneIn(2) { changeWords(of: &page) }
        try commit([to: page, from: old])
    }

    private mutating func rename() throws {
        guard let name = name(where: { $0.paragraphs.count < 8 }), var page = pages[name] else { return }
        for place in page.paragraphs.indices { page.paragraphs[place].mark(.renamed) }
        for place in page.paragraphs.indices where page.paragraphs[place].kind == .text {
            page.paragraphs[place].change(share: 5, by: commits.count, page: 0, vocabulary, &random)
        }
        page.paragraphs[0] = title()
        try commit([newName(): page, name: nil])
    }

    // MARK: Pieces

    private mutating func newName() -> String {
        made += 1
        return "Page-\(made).md"
    }

    private mutating func name(where isMeant: (TruePage) -> Bool = { _ in true }, but other: String? = nil) -> String? {
        random.one(of: pages.filter { $0.key != other && isMeant($0.value) }.keys.sorted())
    }

    private mutating func newParagraph() -> TrueParagraph {
        paragraphs += 1
        return vocabulary.paragraph(paragraphs, by: commits.count, page: 0, &random)
    }

    private mutating func title() -> TrueParagraph {
        paragraphs += 1
        let words = vocabulary.words(2, by: commits.count, page: 0, &random)
        return TrueParagraph(id: paragraphs, kind: .heading, sentences: [TrueSentence(words: words, end: "")])
    }

    private mutating func changeWords(of page: inout TruePage) {
        guard let place = random.one(of: page.paragraphs.indices.filter { page.paragraphs[$0].kind == .text }) else { return }
        let index = random.below(page.paragraphs[place].sentences.count)
        page.paragraphs[place].sentences[index].change(by: commits.count, page: 0, vocabulary, &random)
    }

    /// A paragraph as it arrives on another page.
    private mutating func changed(_ paragraph: TrueParagraph, _ trial: Trial) -> TrueParagraph {
        var moved = paragraph
        moved.mark(trial)
        if random.oneIn(3), moved.size > 8 { moved.change(share: 10, by: commits.count, page: 0, vocabulary, &random) }
        if random.oneIn(3), moved.kind == .text { moved.width = [0, 40, 60, 72][random.below(4)] }
        return moved
    }

    private mutating func commit(_ changes: [String: TruePage?]) throws {
        var files: [String: History.Change] = [:]
        for (name, page) in changes {
            files[name] = page.map { .bytes($0.text, mode: TreeUpdate.fileMode) } ?? .gone
            pages[name] = page
        }
        let author = "N\(commits.count % 40)"
        commits.append(try history.commit(files, onto: commits.last.map { [$0] } ?? [], author: (author, "\(author)@example.org")))
    }
}
