/// Which terms' lists change, and how: what documents had is taken out and what they have now put in; what stays the same is no
/// edit.
struct TermEdits {
    /// The edits of each term in the order of documents; a frequency of 0 takes the document out.
    private(set) var lists: [[UInt8]: [Posting]] = [:]

    private var counter = TermCounter()
    private var old: [Int: Int] = [:]
    private var new: [Int: Int] = [:]

    /// Notes what the document had.
    mutating func take(_ record: SearchRecord) {
        for entry in counter.count(record).terms { old[entry.term] = entry.frequency }
    }

    /// Notes what the document has now, and returns how many words that is.
    mutating func put(_ record: SearchRecord, number: Int) -> Int {
        let counts = counter.count(record)
        for entry in counts.terms { new[entry.term] = entry.frequency }
        return counts.length
    }

    /// Makes edits of what was noted of a document; the documents come in rising order.
    mutating func close(_ number: Int) {
        for (term, frequency) in new where old[term] != frequency {
            lists[Array(counter.table[term]), default: []].append(Posting(number: number, frequency: frequency))
        }
        for term in old.keys where new[term] == nil {
            lists[Array(counter.table[term]), default: []].append(Posting(number: number, frequency: 0))
        }
        old = [:]
        new = [:]
    }

    /// A list with its edits; linear.
    static func merge(_ postings: [Posting], _ edits: [Posting]) -> [Posting] {
        var merged: [Posting] = []
        var rest = postings[...]
        for edit in edits {
            while let posting = rest.first, posting.number < edit.number { merged.append(rest.removeFirst()) }
            if rest.first?.number == edit.number { rest = rest.dropFirst() }
            if edit.frequency > 0 { merged.append(edit) }
        }
        return merged + rest
    }
}
