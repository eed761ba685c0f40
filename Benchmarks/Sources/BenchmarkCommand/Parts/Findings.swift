/// What a part found.
struct Findings {
    var figures: [Figure]
    /// What a reader of the figures should know besides.
    var notes: [String] = []
}
