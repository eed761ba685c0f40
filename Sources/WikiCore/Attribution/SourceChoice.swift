import Prose

/// Chooses few texts that hold as much as possible of what a revision brought: again and again the one that has most of what no
/// other explains (the greedy cover of V. Chvátal, "A greedy heuristic for the set-covering problem", 1979).
struct SourceChoice {
    /// A text that may be a source.
    struct Candidate {
        let text: NeighbourText
        /// Of what is known of it.
        let shingles: TextShingles
    }

    /// What nothing that was chosen explains.
    private(set) var open: TextShingles
    /// The best first.
    private(set) var chosen: [NeighbourText] = []

    /// The most texts.
    private static let limit = 8

    /// - Parameter fresh: what the revision brought.
    init(_ fresh: TextShingles) { open = fresh }

    /// Chooses among some texts; of equal ones the first. Costs a comparison with each of them, and for each one that is chosen another
    /// with those that have something.
    /// - Parameter isEnough: whether a text that has so many shingles of what is open is a source.
    mutating func choose(among candidates: [Candidate], where isEnough: (Int, Candidate) -> Bool) {
        var left = candidates
        while chosen.count < Self.limit, open.count > 0 {
            let counted = left.map { (shared: open.count(sharedWith: $0.shingles), candidate: $0) }
                .filter { isEnough($0.shared, $0.candidate) }
            var best = 0
            for place in counted.indices where counted[place].shared > counted[best].shared { best = place }
            guard counted.indices.contains(best) else { return }
            chosen.append(counted[best].candidate.text)
            open = open.subtracting(counted[best].candidate.shingles)
            left = counted.map(\.candidate)
            left.remove(at: best)
        }
    }
}
