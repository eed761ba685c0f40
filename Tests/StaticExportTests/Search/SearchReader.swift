import Glibc
import WikiCore

@testable import StaticExport

/// Reads an index as the script in the browser does: the shard that a term's name leads to, and the order that its numbers give.
struct SearchReader {
    let disk: SearchDisk
    let folder = "-/search"
    let manifest: SearchManifest?
    private let lengths: [Int: Int]

    init(_ disk: SearchDisk, lengthsSize: Int = SearchIndex.lengthsSize) {
        self.disk = disk
        manifest = disk.files["-/search/index.js"].flatMap(SearchManifest.init)
        var tables = SearchTables()
        for number in 0..<100 {
            if let bytes = disk.files["-/search/l-\(number).js"] { _ = tables.readLengths(bytes, from: number * lengthsSize) }
        }
        lengths = tables.lengths
    }

    /// The documents with a term, and their frequencies.
    func postings(_ term: String) -> [Int: Int] {
        let bytes = Array(term.utf8)
        let names = (0...bytes.count).map { ShardName(bytes.prefix($0)) } + [ShardName(bytes, isExact: true)]
        guard let name = names.first(where: { manifest?.shards[$0] != nil }) else { return [:] }
        return lists(name).first { $0.term == term }?.postings ?? [:]
    }

    /// The documents with any term that begins so.
    func beginning(_ term: String) -> [Int: Int] {
        let bytes = Array(term.utf8)
        let names = (manifest?.shards.keys).map(Array.init)?.filter { $0.prefix.starts(with: bytes) || bytes.starts(with: $0.prefix) } ?? []
        return names.flatMap(lists).filter { $0.term.utf8.starts(with: bytes) }.reduce(into: [:]) { sum, list in
            sum.merge(list.postings) { $0 + $1 }
        }
    }

    private func lists(_ name: ShardName) -> [(term: String, postings: [Int: Int])] {
        guard let bytes = disk.files["\(folder)/s-\(name.text).js"], let script = SearchScript(script: bytes),
            let lines = TermLines(script)
        else { return [] }
        return lines.terms.indices.map { place in
            let postings = PostingCode.postings(lines.postings(place)) ?? []
            let byNumber = Dictionary(uniqueKeysWithValues: postings.map { ($0.number, $0.frequency) })
            return (String(decoding: lines.terms[place], as: UTF8.self), byNumber)
        }
    }

    /// What the documents with all words of a query weigh: Okapi's BM25 as SQLite has it, and more for an exact title.
    func scores(_ text: String) -> [Int: Double] {
        let query = SearchQuery(text)
        let lists = query.words.map { $0 == query.beginning ? beginning($0) : postings($0) }
        let exact = postings("=\(query.titleKey)")
        guard let first = lists.first, let manifest else { return [:] }
        let average = Double(manifest.words) / Double(manifest.documents)
        var scores: [Int: Double] = [:]
        for number in first.keys where lists.allSatisfy({ $0[number] != nil }) {
            let length = Double(lengths[number] ?? 0) / average
            var score: Double = exact[number] == nil ? 0 : 1_000
            for list in lists {
                let count = Double(list.count)
                let frequency = Double(list[number] ?? 0)
                let rarity: Double = log((Double(manifest.documents) - count + 0.5) / (count + 0.5))
                let damped: Double = frequency + 1.2 * (0.25 + 0.75 * length)
                score += max(1e-6, rarity) * frequency * 2.2 / damped
            }
            scores[number] = score
        }
        return scores
    }
}
