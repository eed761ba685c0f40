import CLibgit2

extension Repository {
    /// The files that differ within each of many pairs of trees, as `changes(from:to:)` gives them one by one.
    ///
    /// Pairs are compared folder by folder, the last pair first. A pack holds newer trees whole and older ones as differences from
    /// them, so that each tree then finds its base still unpacked, also where folders are so wide that libgit2's 16 MiB of
    /// unpacked bases hold the trees of only one: about three times as fast as pair by pair.
    public func changes(among pairs: [(old: ObjectID?, new: ObjectID?)]) throws(GitError) -> [[TreeChange]] {
        var result = [[TreeChange]](repeating: [], count: pairs.count)
        let all = pairs.indices.reversed().map { PairInFolder(number: $0, old: pairs[$0].old, new: pairs[$0].new) }
        try compare(all, at: .root, depth: 0) { result[$0].append($1) }
        return result
    }

    /// What one of the pairs has in a folder.
    private struct PairInFolder {
        let number: Int
        let old: ObjectID?
        let new: ObjectID?
    }

    private func compare(
        _ pairs: [PairInFolder], at folder: GitPath, depth: Int, report: (Int, TreeChange) -> Void
    ) throws(GitError) {
        try Self.requireDepth(depth)
        var inside: [[UInt8]: [PairInFolder]] = [:]
        for pair in pairs where pair.old != pair.new {
            try compareEntries(pair.old, pair.new, in: folder, report: { report(pair.number, $0) }) { name, old, new in
                inside[name, default: []].append(PairInFolder(number: pair.number, old: old, new: new))
            }
        }
        // In git's order, as though each folder were compared by itself.
        let names = inside.keys.sorted { ($0 + [UInt8(ascii: "/")]).lexicographicallyPrecedes($1 + [UInt8(ascii: "/")]) }
        for name in names {
            guard let below = inside.removeValue(forKey: name) else { continue }
            try compare(below, at: folder.appending(name), depth: depth + 1, report: report)
        }
    }
}
