/// Finds for each word of a new text where it was first written: one run of the cascade that `Wiki/Attribution.md` explains.
///
/// First whole sentences: at their place in a parent, elsewhere in a parent, in a revision of the past that has much of what
/// is left, anywhere in the past, in other pages. Then words within edited sentences, by alignment with what stood there.
/// Then fragments from anywhere. Each step looks only at what those before have left.
struct OriginTrace {
    /// A list of passages that the text was aligned with.
    struct Base {
        let passages: [UInt32]
        /// Kept pairs of equal sentences.
        let runs: [MatchedRun]
        /// Which passages were found to have gone elsewhere in the text.
        var isClaimed: [Bool]
    }

    static let none = NumberTable.none

    /// Boxed, for a copy of all its arrays at each call would cost more than the search.
    let page: RememberedPage
    /// The new text.
    let sentences: [UInt32]
    /// Sentences from this number on are new.
    let known: Int
    /// For each sentence the passage that it was found to be; `none` until then.
    var passages: [UInt32]
    var bases: [Base] = []
    /// Texts of other pages, read where needed.
    var foreign: [ForeignText] = []
    var report = AppendReport()
    /// `passages`, and for sentences that were found in part what they are an edit of.
    var partners: [UInt32] = []
    // Where the words of each sentence begin in `words`, for those that were not found whole; -1 for the others.
    var starts: [Int] = []
    var words: [UInt32] = []
    /// A row of the table of origins for each of `words`; from `foreignRow` on, one of another page.
    var origins: [UInt32] = []

    /// Rows from here on are those of `foreignOrigins`.
    static let foreignRow: UInt32 = 0x8000_0000
    var foreignOrigins: [Origin] = []
    var foreignRows: [Origin: UInt32] = [:]

    /// Origins of the words of sentences that were found whole in other pages, by their place in the text.
    var borrowed: [Int: [UInt32]] = [:]

    /// Operations for all that is not linear.
    var budget: Int

    init(_ sentences: [UInt32], known: Int, memory: PageMemory) {
        page = RememberedPage(memory)
        self.sentences = sentences
        self.known = known
        passages = [UInt32](repeating: OriginTrace.none, count: sentences.count)
        budget = 2_000_000
    }

    /// Whether the text has more sentences than any page that people read: the steps that walk over other revisions are left
    /// out.
    var isHuge: Bool { sentences.count > 100_000 }

    var isWhole: Bool { !passages.contains(OriginTrace.none) }

    /// Whether words are left that a fragment could explain.
    var hasOpenPhrases: Bool {
        var length = 0
        for origin in origins {
            length = origin == OriginTrace.none ? length + 1 : 0
            if length >= PhraseIndex.length { return true }
        }
        return false
    }

    /// What a sentence says, in bits.
    func bits(of sentence: UInt32) -> Float { page.memory.vocabulary.bits(page.memory.sentences[sentence]) }

    func bits(of sentences: ArraySlice<UInt32>) -> Float {
        var sum: Float = 0
        for sentence in sentences {
            sum += bits(of: sentence)
            if sum > Vocabulary.certain { break }
        }
        return sum
    }

    /// Gives every word of the sentences that were not found whole a place for its origin.
    mutating func openWords() {
        partners = passages
        starts = [Int](repeating: -1, count: sentences.count)
        for index in sentences.indices where passages[index] == OriginTrace.none {
            starts[index] = words.count
            words += page.memory.sentences[sentences[index]]
        }
        origins = [UInt32](repeating: OriginTrace.none, count: words.count)
        for (index, rows) in borrowed {
            for (step, row) in rows.enumerated() { origins[starts[index] + step] = row }
        }
        report.operations += words.count
    }

    /// The places in `words` of what is open in a range of sentences.
    func openPlaces(in range: Range<Int>) -> [Int] {
        var places: [Int] = []
        for index in range where starts[index] >= 0 {
            let start = starts[index]
            for place in start..<start + page.memory.sentences[sentences[index]].count where origins[place] == OriginTrace.none {
                places.append(place)
            }
        }
        return places
    }
}

extension OriginTrace {
    /// What remains of a search.
    struct Findings {
        let passages: [UInt32]
        let starts: [Int]
        let origins: [UInt32]
        let foreignOrigins: [Origin]
        /// Pairs of the first parent.
        let firstRuns: [MatchedRun]
        let report: AppendReport
    }

    var findings: Findings {
        var report = report
        report.tokens = sentences.reduce(0) { $0 + page.memory.sentences[$1].count }
        report.added = origins.count { $0 == OriginTrace.none }
        return Findings(
            passages: passages, starts: starts, origins: origins, foreignOrigins: foreignOrigins, firstRuns: bases.first?.runs ?? [],
            report: report)
    }
}
