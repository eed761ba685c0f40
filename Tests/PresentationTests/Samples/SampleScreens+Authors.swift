import Git
import Presentation

@testable import WikiCore

/// Screens that show who wrote which words.
extension SampleScreens {
    var authors: [SampleScreen] {
        [
            ("authors", screen(SampleAuthors.few(), AuthorsChoice())),
            ("authors-asked", screen(SampleAuthors.few(), asked(2..<700))),
            ("authors-sentence", screen(SampleAuthors.few(), asked(30..<40), SampleAuthors.touches)),
            ("authors-age", screen(SampleAuthors.few(), ages)),
            ("authors-old", screen(SampleAuthors.few(isOld: true), AuthorsChoice(revision: SampleText.id))),
            ("authors-crowd", screen(SampleAuthors.crowd(people: 600), AuthorsChoice())),
            ("authors-part", screen(SampleAuthors.crowd(), part)),
            ("authors-empty", screen(SampleAuthors.nobody(), AuthorsChoice())),
            ("authors-pending", pending(isReadable: true)), ("authors-unreadable", pending(isReadable: false)),
        ].map { SampleScreen(name: $0.0, screen: $0.1, layout: layout("Who wrote Tea", tab: .authors)) }
    }

    private func asked(_ range: Range<Int>) -> AuthorsChoice {
        var choice = AuthorsChoice()
        (choice.at, choice.who) = (range, "ada")
        return choice
    }

    private var ages: AuthorsChoice {
        var choice = AuthorsChoice()
        choice.isByAge = true
        return choice
    }

    private var part: AuthorsChoice {
        var choice = AuthorsChoice()
        choice.part = 2
        return choice
    }

    private func screen(_ authors: PageAuthors, _ choice: AuthorsChoice, _ touches: SentenceTouches? = nil) -> any Screen {
        AuthorsView(authors, choice: choice, touches: touches, now: 1_795_000_000, in: context)
    }

    private func pending(isReadable: Bool) -> any Screen {
        let people = [
            Contributor(
                name: "Ada", account: "ada", person: "ada", isUnconfirmed: false, edits: 3, share: nil, key: ContributorKey("account:1"))
        ]
        return AuthorsPendingView(path: path("Tea"), title: "Tea", isReadable: isReadable, contributors: people, in: context)
    }
}

/// Texts with authors.
enum SampleAuthors {
    /// Three people, one of whom wrote with another, and words from another page.
    static func few(isOld: Bool = false) -> PageAuthors {
        let pieces = [
            "# Tea\n\nThe kettle stands ", "beside the copper stove. ", "<b>Fresh</b> & \"cold\" water. ",
            String(repeating: "More of it. ", count: 80),
        ]
        return make(
            pieces, people: ["Ada Lovelace", "Grace Hopper", "林 美咲"], by: [[0], [1], [2, 0], [0]], isOld: isOld,
            sources: [nil, nil, Self.source, nil])
    }

    /// More people and words than a page shows.
    static func crowd(people: Int = 130) -> PageAuthors {
        let names = (0..<people).map { "Person \($0)" }
        let pieces = (0..<1300).map { "* Line \($0) of a long list of companies\n" }
        return make(pieces, people: names, by: (0..<1300).map { [$0 % people] })
    }

    /// Runs of one change each, told as `words@change`: one that holds no letter has no words.
    static func runs(_ told: [(text: String, change: Int)]) -> PageAuthors {
        let count = (told.map(\.change).max() ?? 0) + 1
        let whole = make(told.map(\.text), people: (0..<count).map { "Person \($0)" }, by: told.map { [$0.change] })
        let runs = zip(whole.runs, told).map { run, piece in
            PageAuthors.Run(range: run.range, words: piece.text.contains(where: \.isLetter) ? 1 : 0, change: piece.change)
        }
        return PageAuthors(
            page: 1, path: whole.path, title: whole.title, isOld: false, isAlive: true, revision: revision, text: whole.text, runs: runs,
            changes: whole.changes, people: whole.people, words: whole.words)
    }

    /// Somebody of whose words none are left.
    static var touches: SentenceTouches {
        let gone = Revision(
            place: 9, number: 2, id: ObjectID(hex: String(repeating: "e", count: 40)) ?? .zero, blob: id, old: id, file: GitPath("Tea.md"),
            author: "Eve <b>", account: nil, person: nil, isUnconfirmed: false, time: 1_795_000_000, offset: 0, isMerge: false, summary: "")
        return SentenceTouches(revisions: [gone, revision], isWhole: false)
    }

    /// An empty text.
    static func nobody() -> PageAuthors { make([], people: [], by: []) }

    private static let source = PageAuthors.Source(page: 2, path: GitPath("Water"), title: "Water", isAlive: true)

    private static func make(
        _ pieces: [String], people: [String], by: [[Int]], isOld: Bool = false, sources: [PageAuthors.Source?] = []
    ) -> PageAuthors {
        var text: [UInt8] = []
        var runs: [PageAuthors.Run] = []
        var changes: [PageAuthors.Change] = []
        for (index, piece) in pieces.enumerated() {
            let start = text.count
            text += Array(piece.utf8)
            runs.append(PageAuthors.Run(range: start..<text.count, words: 5, change: index))
            let commit = CommitRecord(
                place: Int64(index + 1), id: id, author: people[by[index][0]], account: nil, person: nil, isUnconfirmed: index == 1,
                time: 1_795_000_000 - Int64(index) * 40_000_000, offset: 0, isMerge: false, summary: index == 1 ? "" : "Change \(index)",
                touched: 1)
            changes.append(
                PageAuthors.Change(commit: commit, people: by[index], source: index < sources.count ? sources[index] : nil, words: 4))
        }
        let list = people.enumerated().map { index, name in
            PageAuthors.Person(
                name: name, account: index == 0 ? "ada" : nil, person: name, isUnconfirmed: index == 1, words: 7.5,
                share: 1 / Double(people.count),
                key: ContributorKey("name:\(name)"))
        }
        return PageAuthors(
            page: 1, path: GitPath("Tea"), title: "Tea", isOld: isOld, isAlive: true, revision: revision, text: text, runs: runs,
            changes: changes, people: list, words: 4 * pieces.count)
    }

    private static var id: ObjectID { ObjectID(hex: SampleText.id) ?? .zero }

    private static var revision: Revision {
        Revision(
            place: 1, number: 1, id: id, blob: id, old: nil, file: GitPath("Tea.md"), author: "Ada Lovelace", account: nil,
            person: nil, isUnconfirmed: false, time: 1_795_000_000, offset: 0, isMerge: false, summary: "Begin")
    }
}
