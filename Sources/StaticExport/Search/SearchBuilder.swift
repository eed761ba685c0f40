/// Builds the index of a whole site. Linear in the words; holds eight bytes for each document that has a term, and no texts.
package struct SearchBuilder {
    private let layout: SearchLayout
    private var counter = TermCounter()
    private var tables = SearchTables()
    private var words = 0
    /// Each document's number, and where its terms begin.
    private var documents: [(number: Int, start: Int)] = []
    private var terms: [UInt32] = []
    private var frequencies: [UInt32] = []

    /// - Parameters:
    ///   - folder: where the index stands, as seen from the site's folder, without a last slash.
    ///   - documentCount: about how many will come.
    package init(folder: String, documentCount: Int = 0) {
        self.init(SearchLayout(folder: folder), documentCount: documentCount)
    }

    init(_ layout: SearchLayout, documentCount: Int = 0) {
        self.layout = layout
        documents.reserveCapacity(max(0, min(documentCount, SearchIndex.numberLimit)))
    }

    /// Takes a document, and returns the file of its text, so that it need not be kept.
    package mutating func add(_ document: SearchDocument) -> ExportFile {
        let record = SearchRecord(document)
        let counts = counter.count(record)
        documents.append((document.number, terms.count))
        for entry in counts.terms {
            terms.append(UInt32(truncatingIfNeeded: entry.term))
            frequencies.append(UInt32(truncatingIfNeeded: entry.frequency))
        }
        words += counts.length
        tables.put(document, length: counts.length)
        return ExportFile(path: layout.text(document.number), bytes: record.script.bytes(function: "text", name: String(document.number)))
    }

    /// All files but those of texts, in the order of their kinds and names.
    package func files() -> [ExportFile] {
        let lines = lines()
        var manifest = SearchManifest()
        manifest.documents = documents.count
        manifest.words = words
        var files: [ExportFile] = []
        for shard in ShardTree(limit: layout.shardLimit).shards(lines) {
            manifest.shards[shard.name] = lines.weight(shard.range)
            files.append(layout.shardFile(shard.name, SearchScript(lines: Array(lines.lines(shard.range)))))
        }
        files += tables.rowScripts(layout.tableSize).sorted { $0.key < $1.key }.map { layout.tableFile($0.key, $0.value) }
        files += tables.lengthScripts(layout.lengthsSize).sorted { $0.key < $1.key }.map { layout.lengthsFile($0.key, $0.value) }
        return [layout.manifestFile(manifest)] + files
    }

    /// The postings, which came by documents, by terms: a counting sort.
    private func lines() -> TermLines {
        var starts = [Int](repeating: 0, count: counter.table.count + 1)
        for term in terms { starts[Int(term) + 1] += 1 }
        for term in 1..<starts.count { starts[term] += starts[term - 1] }
        var places = starts
        var numbers = [UInt32](repeating: 0, count: terms.count)
        var sorted = numbers
        for place in documents.indices.sorted(by: { documents[$0].number < documents[$1].number }) {
            let end = place + 1 < documents.count ? documents[place + 1].start : terms.count
            for index in documents[place].start..<end {
                let target = places[Int(terms[index])]
                places[Int(terms[index])] += 1
                numbers[target] = UInt32(truncatingIfNeeded: documents[place].number)
                sorted[target] = frequencies[index]
            }
        }
        var lines = TermLines()
        var list: [UInt8] = []
        for term in counter.table.sorted where starts[term] < starts[term + 1] {
            list.removeAll(keepingCapacity: true)
            var last = -1
            for index in starts[term]..<starts[term + 1] {
                let posting = Posting(number: Int(numbers[index]), frequency: Int(sorted[index]))
                PostingCode.append(posting, after: last, to: &list)
                last = posting.number
            }
            lines.append(counter.table[term], list)
        }
        return lines
    }
}
