/// Cuts terms into shards: all terms that begin alike stand in one as long as they fit, else in one for each byte that may come
/// next, and so on. What stands where follows from the terms alone, whatever order they came in.
struct ShardTree {
    /// How many bytes of lines one shard holds.
    let limit: Int

    /// True where terms that share `depth` bytes stay together.
    func staysWhole(weight: Int, depth: Int) -> Bool { weight <= limit || depth >= ShardName.limit }

    /// The shards of lines whose terms share `depth` bytes. Linear in the terms for each byte of a shard's name.
    func shards(_ lines: TermLines, sharing depth: Int = 0) -> [(name: ShardName, range: Range<Int>)] {
        var shards: [(name: ShardName, range: Range<Int>)] = []
        cut(lines, 0..<lines.count, depth, into: &shards)
        return shards
    }

    private func cut(_ lines: TermLines, _ range: Range<Int>, _ depth: Int, into shards: inout [(name: ShardName, range: Range<Int>)]) {
        guard let first = range.first else { return }
        let prefix = lines.terms[first].prefix(depth)
        if staysWhole(weight: lines.weight(range), depth: depth) { return shards.append((ShardName(prefix), range)) }
        var start = first
        if lines.terms[first].count == depth {
            shards.append((ShardName(prefix, isExact: true), first..<(first + 1)))
            start += 1
        }
        while start < range.upperBound {
            let next = byte(lines, start, depth)
            let end = (start..<range.upperBound).first { byte(lines, $0, depth) != next } ?? range.upperBound
            cut(lines, start..<end, depth + 1, into: &shards)
            start = end
        }
    }

    private func byte(_ lines: TermLines, _ place: Int, _ depth: Int) -> UInt8 {
        let term = lines.terms[place]
        return term[term.startIndex + depth]
    }
}
