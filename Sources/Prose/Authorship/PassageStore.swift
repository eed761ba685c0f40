/// Every sentence with its authors: where each of its words was first written. One sentence may be there several times, when
/// it was written several times.
struct PassageStore {
    /// Words of one origin that stand together.
    struct Run: Equatable {
        var count: UInt32
        /// A row of the page's table of origins.
        let origin: UInt32
    }

    /// Which sentence each is.
    private(set) var sentences: [UInt32] = []
    private var ends: [Int] = []
    private(set) var runs: [Run] = []
    /// The last revision of the page's past in which each stood.
    private(set) var lastSeen: [UInt32] = []
    // For each sentence its newest passage, and for each passage the next older one of the same sentence.
    private var newest: [UInt32] = []
    private var older: [UInt32] = []

    /// How many passages of one sentence are looked at.
    private static let reach = 8

    var count: Int { sentences.count }

    /// A passage's authors, as many words as its sentence has.
    func runs(_ passage: UInt32) -> ArraySlice<Run> {
        let index = Int(passage)
        return runs[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// Its words' origins, one by one.
    func origins(_ passage: UInt32) -> [UInt32] {
        var origins: [UInt32] = []
        append(passage, to: &origins)
        return origins
    }

    func append(_ passage: UInt32, to origins: inout [UInt32]) {
        for run in runs(passage) {
            for _ in 0..<run.count { origins.append(run.origin) }
        }
    }

    /// The passage of these authors, a new one where it is new.
    mutating func number(of sentence: UInt32, origins: ArraySlice<UInt32>) -> UInt32 {
        var known = Int(sentence) < newest.count ? newest[Int(sentence)] : NumberTable.none
        for _ in 0..<PassageStore.reach where known != NumberTable.none {
            if has(known, origins) { return known }
            known = older[Int(known)]
        }
        var runs: [Run] = []
        for origin in origins {
            if let last = runs.indices.last, runs[last].origin == origin {
                runs[last].count += 1
            } else {
                runs.append(Run(count: 1, origin: origin))
            }
        }
        return add(sentence, runs, lastSeen: 0)
    }

    private func has(_ passage: UInt32, _ origins: ArraySlice<UInt32>) -> Bool {
        var place = origins.startIndex
        for run in runs(passage) {
            let end = place + Int(run.count)
            guard end <= origins.endIndex else { return false }
            while place < end {
                if origins[place] != run.origin { return false }
                place += 1
            }
        }
        return place == origins.endIndex
    }

    @discardableResult mutating func add(_ sentence: UInt32, _ runs: [Run], lastSeen seen: UInt32) -> UInt32 {
        let number = UInt32(truncatingIfNeeded: sentences.count)
        while newest.count <= Int(sentence) { newest.append(NumberTable.none) }
        sentences.append(sentence)
        self.runs += runs
        ends.append(self.runs.count)
        lastSeen.append(seen)
        older.append(newest[Int(sentence)])
        newest[Int(sentence)] = number
        return number
    }

    mutating func see(_ passages: [UInt32], in revision: UInt32) {
        for passage in passages { lastSeen[Int(passage)] = revision }
    }

    /// Makes numbers of revisions of what was stored as how far back they are.
    mutating func turnSeen(revisions: Int) {
        for passage in lastSeen.indices { lastSeen[passage] = UInt32(max(0, revisions - Int(lastSeen[passage]))) }
    }

    /// The newest passages of a sentence, a few at most.
    func forEach(of sentence: UInt32, _ body: (UInt32) -> Void) {
        var next = Int(sentence) < newest.count ? newest[Int(sentence)] : NumberTable.none
        for _ in 0..<PassageStore.reach where next != NumberTable.none {
            body(next)
            next = older[Int(next)]
        }
    }

    /// The passage of a sentence that stood in the page last; nil where none did.
    func latest(of sentence: UInt32) -> UInt32? {
        var latest: UInt32?
        forEach(of: sentence) { passage in
            if latest.map({ lastSeen[Int($0)] < lastSeen[Int(passage)] }) ?? true { latest = passage }
        }
        return latest
    }
}
