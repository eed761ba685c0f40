import Git
import Prose

extension AuthorshipRecord {
    /// What is to be written down of a page, as far as it was followed; nil where nothing was taken.
    init?(_ replay: PageReplay, at desk: AuthorshipFollower.Desk) throws {
        guard let taken = replay.taken else { return nil }
        let isComplete = try desk.index.authorshipStep(of: replay.page, after: replay.place) == nil
        let blob = try desk.index.blob(of: replay.page)
        let text = try isComplete ? blob.flatMap { try AttributedBlob.text($0, desk.repository) } : nil
        let authors = text.flatMap { text in blob.map { replay.authors(of: text, blob: $0) } }
        var living: [UInt32: Int] = [:]
        for (origin, words) in authors?.wordCounts ?? [:] { living[origin.revision, default: 0] += words }
        self.init(
            page: replay.page, taken: (taken, replay.place), pageBlob: blob, runs: authors?.encoded(), origins: replay.origins,
            state: replay.encodedState(), living: living, isComplete: isComplete)
    }
}
