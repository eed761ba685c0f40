/// Who wrote each word of a page, kept from revision to revision.
///
/// Remembers every sentence that ever stood in the page and who wrote its words, so that what was moved, removed and put back,
/// or vandalised and restored keeps its authors. How words find them is told in `Wiki/Attribution.md`; the main ideas are
/// those of F. Flöck and M. Acosta, "WikiWho: Precise and efficient attribution of authorship of revisioned content" (2014).
///
/// Equal words are those of one canonical spelling (NFC or NFD), case told apart; a word whose case was changed is the
/// changer's. A text that is copied within the page is its first writer's.
package struct Authorship: Sendable {
    var memory = PageMemory()
    /// The revision that the page stands at; nil before the first.
    var current: UInt32?
    private var passages: [UInt32] = []
    private var cache = ChunkCache()
    private var phrases = PhraseIndex()
    // The text, or what was stored of its authors.
    private var text: [UInt8] = []
    private var stored: AuthoredText?

    /// That of a page without revisions.
    package init() {}

    init(memory: PageMemory, current: UInt32?, head: AuthoredText) {
        self.memory = memory
        self.current = current
        passages = current.map { memory.revisions.passages($0) } ?? []
        stored = head
    }

    /// Adds a revision, which becomes the head.
    ///
    /// Costs O(page), and a search within bounds for what changed: about a second's hundredth for an edit of a long page, a
    /// fifth of a second for the worst text of 2 MB.
    /// - Parameters:
    ///   - origin: what the caller names the revision.
    ///   - parents: the texts that it was made from, as far as they were added before; the text added last where nil or none
    ///     is known. A merge has several, and finds the words of each.
    ///   - sources: texts of other pages, for words that this page's past does not explain: those that lost text in the same
    ///     commit, and those from which something may have been copied. They are read only where something is left.
    @discardableResult
    package mutating func append(
        _ text: [UInt8], by origin: UInt32, parents: [TextFingerprint]? = nil, sources: [AuthoredSource] = []
    ) -> AppendReport {
        let fingerprint = TextFingerprint(of: text)
        let known = memory.sentences.count
        let sentences = cache.sentences(of: text, in: &memory)
        self.text = text
        if let report = restore(fingerprint, sentences) { return report }
        let first = memory.row(of: Origin(revision: origin))
        var bases = (parents ?? []).map { memory.revisions.find($0) }.filter { $0 != NumberTable.none }
        if bases.isEmpty, let current { bases = [current] }
        let lists = bases.map { $0 == current ? passages : memory.revisions.passages($0) }
        let findings = search(sentences, known: known, lists: lists, sources: sources)
        let list = keep(findings, sentences, by: first)
        countNew(findings, sentences)
        let base = bases.first.map { (revision: $0, list: lists[0]) }
        memory.revisions.add(fingerprint, list, base: base, places: places(of: list, findings))
        current = UInt32(memory.revisions.count - 1)
        memory.passages.see(list, in: UInt32(memory.revisions.count - 1))
        passages = list
        stored = nil
        return findings.report
    }

    /// True where a text of this fingerprint was added before, which gives all its words the origins that they had.
    package func knows(_ fingerprint: TextFingerprint) -> Bool { memory.revisions.find(fingerprint) != NumberTable.none }

    /// A text that the page had before is as it was then.
    private mutating func restore(_ fingerprint: TextFingerprint, _ sentences: [UInt32]) -> AppendReport? {
        let revision = memory.revisions.find(fingerprint)
        guard revision != NumberTable.none else { return nil }
        let list = revision == current ? passages : memory.revisions.passages(revision)
        guard memory.sentences(of: list) == sentences else { return nil }
        (passages, current, stored) = (list, revision, nil)
        var report = AppendReport()
        (report.kept, report.operations) = (sentences.count, sentences.count)
        report.tokens = sentences.reduce(0) { $0 + memory.sentences[$1].count }
        return report
    }

    private mutating func search(
        _ sentences: [UInt32], known: Int, lists: [[UInt32]], sources: [AuthoredSource]
    ) -> OriginTrace.Findings {
        var trace = OriginTrace(sentences, known: known, memory: memory)
        trace.alignParents(lists)
        trace.takeMoves()
        trace.electPast()
        trace.takeKnown()
        trace.takeForeignSentences(sources)
        trace.openWords()
        trace.refine()
        trace.refineBesideNeighbours()
        if trace.hasOpenPhrases {
            phrases.extend(to: known, of: memory.sentences)
            trace.takePhrases(phrases)
            trace.refineBesideNeighbours()
            trace.takeForeignPhrases()
        }
        return trace.findings
    }

    /// Remembers what was found, and gives the rest to the new revision.
    private mutating func keep(_ findings: OriginTrace.Findings, _ sentences: [UInt32], by origin: UInt32) -> [UInt32] {
        let foreign = findings.foreignOrigins.map { memory.row(of: $0) }
        let origins = findings.origins.map { row in
            if row == OriginTrace.none { return origin }
            return row >= OriginTrace.foreignRow ? foreign[Int(row - OriginTrace.foreignRow)] : row
        }
        return sentences.indices.map { index in
            let start = findings.starts[index]
            if start < 0 { return findings.passages[index] }
            let end = start + memory.sentences[sentences[index]].count
            return memory.passages.number(of: sentences[index], origins: origins[start..<end])
        }
    }

    /// Counts the words that were written anew.
    private mutating func countNew(_ findings: OriginTrace.Findings, _ sentences: [UInt32]) {
        for index in sentences.indices where findings.starts[index] >= 0 {
            let words = memory.sentences[sentences[index]]
            var new = 0
            for (word, origin) in zip(words, findings.origins[findings.starts[index]...]) where origin == OriginTrace.none {
                memory.vocabulary.write(word)
                new += 1
            }
            if 2 * new >= words.count { memory.vocabulary.newSentences += 1 }
        }
    }

    /// Where in the first parent each passage stands; -1 for none.
    private func places(of list: [UInt32], _ findings: OriginTrace.Findings) -> [Int] {
        var places = [Int](repeating: -1, count: list.count)
        for run in findings.firstRuns {
            for step in 0..<run.count { places[run.new + step] = run.old + step }
        }
        return places
    }

    /// Who wrote each byte of the text added last. O(page) after an append, at once where it was stored.
    package var head: AuthoredText { stored ?? AuthoredText(text, passages, memory) }
}
