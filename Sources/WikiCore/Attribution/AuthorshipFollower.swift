import Git
import Prose

/// Follows pages through their histories, as far as somebody needs.
///
/// A revision that may have taken words from another page needs that page's authorship up to the commit before, which may
/// need a third one's, and so on: each time an earlier commit, so it comes to an end, and every revision is taken once, in
/// whatever order pages are asked for. What waits stands in a list and not on the stack, and few pages are held in memory.
struct AuthorshipFollower {
    /// What is asked for: a page with all its revisions up to a place in the order of commits.
    struct Errand {
        /// The last one is worked on; each other one waits for the one behind it.
        fileprivate var waiting: [(page: Int64, place: Int64)]

        init(page: Int64, place: Int64) {
            waiting = [(page, place)]
        }
    }

    /// A state of the wiki.
    struct Desk {
        let index: IndexReader
        let repository: Repository
    }

    /// How many pages are held in memory, and how many on their way out of it.
    private static let heldPages = 3
    /// After so many revisions a page is put down, so that no more work is lost.
    private static let revisionsUnsaved = 500

    private var held: [PageReplay] = []
    private var leaving: [PageReplay] = []
    /// How many revisions were taken since a page was put down.
    private var unsaved: [Int64: Int] = [:]
    private var cache = ShingleCache()

    /// Forgets all pages: rows that they hang on went.
    mutating func forgetAll() {
        (held, leaving, unsaved) = ([], [], [:])
        cache.forgetChanges()
    }

    /// Takes revisions until the errand is done, about as many bytes were read as a slice of work has, or pages wait to be put
    /// down.
    /// - Returns: true where the errand is done.
    mutating func work(on errand: inout Errand, at desk: Desk, bytes: Int) throws -> Bool {
        var left = bytes
        while let next = errand.waiting.last {
            guard left > 0, leaving.count < Self.heldPages else { return false }
            var replay = try take(page: next.page, desk)
            guard let step = try desk.index.authorshipStep(of: next.page, after: replay.place), step.place <= next.place else {
                hold(replay)
                errand.waiting.removeLast()
                continue
            }
            if let need = try take(step, into: &replay, desk, &left) {
                errand.waiting.append(need)
            } else {
                unsaved[next.page, default: 0] += 1
            }
            hold(replay)
            if unsaved[next.page, default: 0] >= Self.revisionsUnsaved { return false }
        }
        return true
    }

    /// The pages to be put down now: those that left memory, those of long work, and with `all` every one that has something new.
    mutating func takeUnsaved(all: Bool) -> [PageReplay] {
        let staying = held.filter { unsaved[$0.page, default: 0] >= (all ? 1 : Self.revisionsUnsaved) }
        defer { leaving = [] }
        for replay in leaving + staying { unsaved[replay.page] = nil }
        return leaving + staying
    }

    /// A page was put down.
    mutating func notePutDown(_ page: Int64) { unsaved[page] = nil }

    /// A page as far as it was followed, out of the list: whoever takes it holds it again.
    mutating func take(page: Int64, _ desk: Desk) throws -> PageReplay {
        if let index = held.firstIndex(where: { $0.page == page }) { return held.remove(at: index) }
        if let index = leaving.firstIndex(where: { $0.page == page }) { return leaving.remove(at: index) }
        guard let kept = try desk.index.keptAuthorship(of: page) else { return PageReplay(page: page) }
        let blob = try desk.index.revisionBlob(of: page, place: kept.place)
        // What can't be read is made anew.
        let text = try blob.flatMap { try AttributedBlob.text($0, desk.repository) } ?? []
        return (try? PageReplay(kept, blob: blob, text: text)) ?? PageReplay(page: page)
    }

    /// Keeps a page in memory, and lets another one go where there are too many.
    mutating func hold(_ replay: PageReplay) {
        held.append(replay)
        guard held.count > Self.heldPages else { return }
        let oldest = held.removeFirst()
        if unsaved[oldest.page, default: 0] > 0 { leaving.append(oldest) }
    }

    // MARK: One revision

    /// Takes a revision.
    /// - Returns: what must be followed first; then nothing was taken.
    private mutating func take(_ step: AuthorshipStep, into replay: inout PageReplay, _ desk: Desk, _ left: inout Int) throws -> (
        page: Int64, place: Int64
    )? {
        let text = try step.blob.map { try AttributedBlob.text($0, desk.repository) } ?? []
        left -= (text?.count ?? 0) + 4096
        guard let text, !text.isEmpty else {
            replay.take(step, text: text, parents: nil, sources: [])
            return nil
        }
        let parents = try ParentTexts(index: desk.index, repository: desk.repository).texts(of: step, page: replay.page, after: replay.blob)
        var sources: [PageReplay.Source] = []
        for neighbour in try neighbours(of: text, before: parents ?? [replay.text], at: step, replay, desk) {
            switch try source(neighbour, desk) {
            case .ready(let source): sources.append(source)
            case .none: continue
            case .needed: return (neighbour.page, neighbour.place)
            }
        }
        replay.take(step, text: text, parents: parents, sources: sources)
        return nil
    }

    /// The texts from which a revision may have taken words; none for a text that the page had before.
    private mutating func neighbours(
        of text: [UInt8], before parents: [[UInt8]], at step: AuthorshipStep, _ replay: PageReplay, _ desk: Desk
    ) throws -> [NeighbourText] {
        guard !replay.knows(text) else { return [] }
        let search = SourceSearch(index: desk.index, repository: desk.repository)
        return try search.sources(of: text, before: parents, at: step, page: replay.page, cache: &cache)
    }

    private enum FoundSource {
        case ready(PageReplay.Source)
        case none
        case needed
    }

    private mutating func source(_ neighbour: NeighbourText, _ desk: Desk) throws -> FoundSource {
        let other = try take(page: neighbour.page, desk)
        defer { hold(other) }
        if let next = try desk.index.authorshipStep(of: neighbour.page, after: other.place), next.place <= neighbour.place {
            return .needed
        }
        guard let text = try AttributedBlob.text(neighbour.blob, desk.repository) else { return .none }
        return .ready(
            PageReplay.Source(
                page: other.page, text: text, authors: other.authors(of: text, blob: neighbour.blob), origins: other.origins))
    }
}
