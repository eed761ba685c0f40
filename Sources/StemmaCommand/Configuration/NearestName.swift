/// Finds the known name that a mistyped one most likely meant.
enum NearestName {
    /// The candidate with the smallest edit distance; the first of equals.
    static func of(_ name: String, in candidates: [String]) -> String? {
        let measured = candidates.map { (name: $0, distance: distance(Array(name.utf8.prefix(100)), Array($0.utf8))) }
        return measured.min { $0.distance < $1.distance }?.name
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours between two texts
    /// (optimal string alignment, after Damerau 1964). Cost: the product of the lengths.
    static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1..<(first.count + 1) {
            var current = [row]
            for column in 1..<(second.count + 1) {
                let isSame = first[row - 1] == second[column - 1]
                var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}
