/// A stretch of a three-way merge.
package enum MergeRegion: Sendable, Hashable {
    /// Text that is decided.
    case settled([UInt8])
    /// Text that a person must decide: what both began with, what stands now, what was wanted.
    case conflict(base: [UInt8], current: [UInt8], yours: [UInt8])
}

extension MergeRegion {
    /// Three texts as one conflict, with the lines that all three begin and end with left out of it.
    static func conflict(_ texts: LastNewline) -> [MergeRegion] {
        let all = [texts.base, texts.current, texts.yours].map(TextLines.init)
        let most = all.map(\.count).min() ?? 0
        func isShared(_ line: (TextLines) -> Int) -> Bool { all.dropFirst().allSatisfy { $0[line($0)] == all[0][line(all[0])] } }
        var head = 0
        while head < most, isShared({ _ in head }) { head += 1 }
        var tail = 0
        while tail < most - head, isShared({ $0.count - 1 - tail }) { tail += 1 }
        let middle = all.map { Array($0[head..<$0.count - tail]) }
        let ends = [Array(all[0][0..<head]), Array(all[0][all[0].count - tail..<all[0].count])]
        var regions = [MergeRegion.settled(ends[0]), .conflict(base: middle[0], current: middle[1], yours: middle[2]), .settled(ends[1])]
        regions.removeAll { $0 == .settled([]) }
        return regions
    }
}
