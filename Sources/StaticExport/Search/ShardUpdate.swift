/// Brings edits into shards, and cuts or joins those that came to weigh more or less, so that all are as ``ShardTree`` would cut
/// them anew. Reads the shards that change, and their neighbours where they are joined.
struct ShardUpdate {
    let layout: SearchLayout
    /// The weights of all shards.
    private(set) var shards: [ShardName: Int]
    let read: (String) -> [UInt8]?
    /// The shards that are written, and nil for those that go.
    private(set) var files: [ShardName: [UInt8]?] = [:]

    private var tree: ShardTree { ShardTree(limit: layout.shardLimit) }

    init(layout: SearchLayout, shards: [ShardName: Int], read: @escaping (String) -> [UInt8]?) {
        self.layout = layout
        self.shards = shards
        self.read = read
    }

    /// Applies all edits.
    mutating func apply(_ edits: TermEdits) throws(SearchIndexError) {
        let nodes = weights(shards)
        let touched = Dictionary(grouping: edits.lists) { home(of: $0.key, nodes) }
        var changed: [ShardName: TermLines] = [:]
        var planned = shards
        for (name, edits) in touched {
            let lines = try edited(try old(name), edits.map { ($0.key, $0.value) }, in: name)
            changed[name] = lines
            planned[name] = lines.count == 0 ? nil : lines.weight(0..<lines.count)
        }
        let after = weights(planned)
        var regions: Set<ShardName> = []
        for name in changed.keys { regions.insert(region(of: name, after)) }
        for region in regions { try rebuild(region, changed, planned) }
    }

    /// The weights of all that begin alike, for each beginning that is a shard's or shorter.
    private func weights(_ shards: [ShardName: Int]) -> [[UInt8]: Int] {
        var weights: [[UInt8]: Int] = [:]
        for (name, weight) in shards {
            for length in 0...name.prefix.count { weights[Array(name.prefix.prefix(length)), default: 0] += weight }
        }
        return weights
    }

    /// The shard in which a term stands, or would.
    private func home(of term: [UInt8], _ nodes: [[UInt8]: Int]) -> ShardName {
        for length in 0...min(term.count, ShardName.limit) {
            let name = ShardName(term.prefix(length))
            if shards[name] != nil || nodes[name.prefix] == nil { return name }
        }
        return ShardName(term, isExact: true)
    }

    /// The beginning whose shards are to be cut anew: the shortest that fits in one shard, else the shard itself.
    private func region(of name: ShardName, _ weights: [[UInt8]: Int]) -> ShardName {
        for length in 0...name.prefix.count {
            let prefix = Array(name.prefix.prefix(length))
            if tree.staysWhole(weight: weights[prefix] ?? 0, depth: length) { return ShardName(prefix) }
        }
        return name
    }

    private mutating func rebuild(
        _ region: ShardName, _ changed: [ShardName: TermLines], _ planned: [ShardName: Int]
    ) throws(SearchIndexError) {
        let names = region.isExact ? [region] : Set(planned.keys).union(changed.keys).filter { $0.prefix.starts(with: region.prefix) }
        var sources: [TermLines] = []
        for name in names {
            if let lines = changed[name] { sources.append(lines) } else { sources.append(try old(name)) }
            shards[name] = nil
            files[name] = .some(nil)
        }
        let lines = TermLines.joined(sources)
        let parts = region.isExact ? [(name: region, range: 0..<lines.count)] : tree.shards(lines, sharing: region.prefix.count)
        for part in parts where !part.range.isEmpty {
            shards[part.name] = lines.weight(part.range)
            files[part.name] = layout.shardFile(part.name, SearchScript(lines: Array(lines.lines(part.range)))).bytes
        }
    }

    /// The lines of a shard as it stands; none where there is none yet.
    private func old(_ name: ShardName) throws(SearchIndexError) -> TermLines {
        guard shards[name] != nil else { return TermLines() }
        let path = layout.shard(name.text)
        guard let bytes = read(path) else { throw .missing(path: path) }
        guard let lines = SearchScript(script: bytes).flatMap(TermLines.init) else { throw .damaged(path: path) }
        return lines
    }

    /// The lines with their edits, in the order of terms.
    private func edited(
        _ lines: TermLines, _ edits: [(term: [UInt8], list: [Posting])], in name: ShardName
    ) throws(SearchIndexError) -> TermLines {
        var result = TermLines()
        var place = 0
        for edit in edits.sorted(by: { $0.term.lexicographicallyPrecedes($1.term) }) {
            while place < lines.count, lines.terms[place].lexicographicallyPrecedes(edit.term) {
                result.append(place, of: lines)
                place += 1
            }
            var postings: [Posting] = []
            if place < lines.count, lines.terms[place].elementsEqual(edit.term) {
                guard let old = PostingCode.postings(lines.postings(place)) else { throw .damaged(path: layout.shard(name.text)) }
                postings = old
                place += 1
            }
            postings = TermEdits.merge(postings, edit.list)
            if !postings.isEmpty { result.append(edit.term[...], PostingCode.list(postings)) }
        }
        for rest in place..<lines.count { result.append(rest, of: lines) }
        return result
    }
}
