/// What a part found.
struct Findings {
    var figures: [Figure]
    /// What a reader of the figures should know besides.
    var notes: [String] = []

    /// Adds what another look found.
    mutating func add(_ other: Findings) {
        figures += other.figures
        notes += other.notes
    }
}
