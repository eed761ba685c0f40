/// Leaves out of an alignment what is there by chance: a lone "the" between two changed stretches says nothing about who
/// wrote it.
///
/// A run is expected by chance as often as there are places for it, times the likelihood of its words at one (the E-value of
/// S. Karlin and S. Altschul, "Methods for assessing the statistical significance of molecular sequence features", 1990).
/// The places are the unmatched elements around it, old times new. The weakest are judged first, and leave their room to the
/// others. O(n log n) for n runs.
struct ChanceFilter {
    /// How many bits fewer than the places ask for are enough.
    static let margin: Float = 0.5

    /// - Parameters:
    ///   - oldCount: elements of the old sequence.
    ///   - newCount: likewise.
    ///   - bits: what elements of the new sequence say.
    static func kept(_ runs: [MatchedRun], oldCount: Int, newCount: Int, bits: (Range<Int>) -> Float) -> [MatchedRun] {
        let weights = runs.map { bits($0.new..<$0.new + $0.count) }
        var before = Array(-1..<runs.count - 1)
        var after = Array(1..<runs.count + 1)
        var isKept = [Bool](repeating: true, count: runs.count)
        let weak = runs.indices.filter { weights[$0] < 48 }.sorted { (weights[$0], $0) < (weights[$1], $1) }
        for index in weak {
            let run = runs[index]
            let left = before[index] < 0 ? (old: 0, new: 0) : ends(runs[before[index]])
            let right = after[index] < runs.count ? (runs[after[index]].old, runs[after[index]].new) : (oldCount, newCount)
            let oldRoom = right.0 - left.old - run.count + 1
            let newRoom = right.1 - left.new - run.count + 1
            if weights[index] >= Vocabulary.logarithm(Float(oldRoom)) + Vocabulary.logarithm(Float(newRoom)) - margin { continue }
            isKept[index] = false
            if before[index] >= 0 { after[before[index]] = after[index] }
            if after[index] < runs.count { before[after[index]] = before[index] }
        }
        return runs.indices.filter { isKept[$0] }.map { runs[$0] }
    }

    private static func ends(_ run: MatchedRun) -> (old: Int, new: Int) { (run.old + run.count, run.new + run.count) }
}
