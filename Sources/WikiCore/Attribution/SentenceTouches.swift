import Prose

/// The revisions that changed a sentence since the oldest of its words came in, those too whose words are gone again.
package struct SentenceTouches: Sendable {
    /// The newest first.
    package let revisions: [Revision]
    /// False where it was not looked any further.
    package let isWhole: Bool

    /// How many revisions are looked at.
    static let revisionLimit = 100
    /// How many bytes of texts are read.
    static let byteLimit = 16 << 20
    /// A longer passage is not followed, in bytes.
    static let passageLimit = 16 << 10
}

extension WikiSnapshot {
    /// Follows a sentence back through the texts of its page, from revision to what stood before it at the first parent. A text
    /// that lacks it, as while a page was blanked, is passed over.
    ///
    /// Cost: reading and comparing up to 100 texts, 16 MiB in all.
    /// - Parameter range: bytes of the text, around which the sentence is.
    package func touches(of range: Range<Int>, in authors: PageAuthors) throws -> SentenceTouches {
        var passage = SurroundingSentence.range(around: range, in: authors.text)
        guard !passage.isEmpty else { return SentenceTouches(revisions: [], isWhole: true) }
        guard passage.count <= SentenceTouches.passageLimit else { return SentenceTouches(revisions: [], isWhole: false) }
        let since = authors.runs.filter { $0.range.overlaps(passage) }.compactMap { $0.change.map { authors.changes[$0].commit.place } }
            .min()
        let list = try index.revisions(
            of: authors.page, before: authors.revision.place + 1, limit: SentenceTouches.revisionLimit + 1)
        var (text, wanted) = (authors.text, authors.revision.blob)
        // Who made the text in hand.
        var maker: Revision?
        var touched: [Revision] = []
        var left = SentenceTouches.byteLimit
        for revision in list.prefix(SentenceTouches.revisionLimit) {
            if let since, revision.place <= since { return SentenceTouches(revisions: touched, isWhole: true) }
            // Of a branch that was merged; what it brought counts for the merge.
            guard revision.blob == wanted else { continue }
            maker = maker ?? revision
            wanted = revision.old
            guard let blob = revision.old else { continue }
            guard let before = try AttributedBlob.text(blob, repository), before.count <= left else {
                return SentenceTouches(revisions: touched, isWhole: false)
            }
            left -= before.count
            guard let trace = PassageTrace(passage, of: text, in: before) else { continue }
            if trace.isChanged, let maker { touched.append(maker) }
            (text, passage, maker) = (before, trace.range, nil)
            guard passage.count <= SentenceTouches.passageLimit else { return SentenceTouches(revisions: touched, isWhole: false) }
        }
        return SentenceTouches(revisions: touched, isWhole: list.count <= SentenceTouches.revisionLimit)
    }
}
