import TestSupport

@testable import Prose

/// A page's history in which the origin of every word is known, because words carry it while they are edited.
///
/// Each revision is one to three of the operations in `SyntheticHistory+Edits.swift`, drawn by weight. From time to time come
/// episodes of several revisions: a vandal blanks or replaces the page and is reverted at once, a few edits later, in part, or
/// with edits; two branches are edited and merged; paragraphs move here from another page with a history of its own, some of
/// them edited on the way. Deleted paragraphs wait in a bin, and come back up to hundreds of revisions later, as they were or
/// with up to a third of their words changed. The truth is that of identity: a word that was typed anew is a new word even
/// where it is spelt as the old one; a word whose case was changed is the changer's; a second copy is the first writer's.
struct SyntheticHistory {
    var random: SeededGenerator
    let vocabulary: SyntheticVocabulary
    var page = TruePage()
    var other = TruePage()
    var bin: [TrueParagraph] = []
    var past: [TruePage] = []
    var revision = 0
    var paragraphs = 0

    var authors = Authorship()
    private var otherAuthors = Authorship()
    static let otherPage: UInt32 = 7

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        vocabulary = SyntheticVocabulary(&random)
        for _ in 0..<10 { addParagraph() }
        commit()
        for _ in 0..<6 { other.paragraphs.append(newParagraph(page: SyntheticHistory.otherPage)) }
        commitOther()
    }

    /// Goes on for some revisions.
    mutating func run(_ count: Int) {
        let end = revision + count
        while revision < end {
            switch random.number(below: 40) {
            case 0: vandalism()
            case 1: branches()
            case 2: fromOther()
            case 3: revert()
            case 4, 5: editOther()
            default:
                for _ in 0..<1 + random.number(below: 3) { edit() }
                commit()
            }
        }
    }

    mutating func commit(parents: [[UInt8]]? = nil, sources: [AuthoredSource] = []) {
        let parents = parents?.map { TextFingerprint(of: $0) }
        authors.append(page.text, by: UInt32(revision), parents: parents, sources: sources)
        past.append(page)
        revision += 1
    }

    private mutating func commitOther() {
        otherAuthors.append(other.text, by: UInt32(revision))
        revision += 1
    }

    mutating func newParagraph(page: UInt32 = 0) -> TrueParagraph {
        paragraphs += 1
        return vocabulary.paragraph(paragraphs, by: revision, page: page, &random)
    }

    private mutating func editOther() {
        swap(&page, &other)
        for _ in 0..<3 { changeWords(page: SyntheticHistory.otherPage, mark: nil) }
        swap(&page, &other)
        other.paragraphs.append(newParagraph(page: SyntheticHistory.otherPage))
        commitOther()
    }

    /// Paragraphs leave the other page for this one, in one commit.
    private mutating func fromOther() {
        let source = AuthoredSource(text: other.text, authors: otherAuthors.head.named(SyntheticHistory.otherPage))
        let start = random.number(below: other.paragraphs.count)
        let count = min(1 + random.number(below: 4), other.paragraphs.count - start)
        var moved = Array(other.paragraphs[start..<start + count])
        for index in moved.indices {
            moved[index].mark(.split)
            if random.number(below: 3) == 0 { moved[index].change(share: 10, by: revision, page: 0, vocabulary, &random) }
        }
        other.paragraphs.removeSubrange(start..<start + count)
        page.paragraphs.insert(contentsOf: moved, at: random.number(below: page.paragraphs.count + 1))
        if random.number(below: 2) == 0 { edit() }
        commit(sources: [source])
        if other.paragraphs.count < 5 { other.paragraphs.append(newParagraph(page: SyntheticHistory.otherPage)) }
        commitOther()
    }

    /// Two people edit at the same time, and their branches are merged.
    private mutating func branches() {
        let fork = page
        let places = Array(fork.paragraphs.indices).shuffled(using: &random)
        let theirs = Set(places.prefix(places.count / 3).map { fork.paragraphs[$0].id })
        for _ in 0..<2 {
            for _ in 0..<3 { changeWords(page: 0, mark: .edited) { !theirs.contains($0) } }
            page.paragraphs.insert(newParagraph(), at: 0)
            commit()
        }
        let mine = page
        page = fork
        var parent = fork.text
        for _ in 0..<1 + random.number(below: 3) {
            for _ in 0..<4 { changeWords(page: 0, mark: .edited) { theirs.contains($0) } }
            page.paragraphs.append(newParagraph())
            commit(parents: [parent])
            parent = page.text
        }
        page = merged(mine, page, from: fork, changed: theirs)
        commit(parents: [mine.text, parent])
    }

    private func merged(_ mine: TruePage, _ branch: TruePage, from fork: TruePage, changed: Set<Int>) -> TruePage {
        var page = mine
        let old = Set(fork.paragraphs.map(\.id))
        for var paragraph in branch.paragraphs where changed.contains(paragraph.id) || !old.contains(paragraph.id) {
            paragraph.mark(.merged)
            if let place = page.paragraphs.firstIndex(where: { $0.id == paragraph.id }) {
                page.paragraphs[place] = paragraph
            } else {
                page.paragraphs.append(paragraph)
            }
        }
        return page
    }
}
