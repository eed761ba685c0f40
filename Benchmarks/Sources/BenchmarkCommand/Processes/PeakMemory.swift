/// How far the memory of processes rises while something is done.
struct PeakMemory {
    private let measure: () throws -> Double
    private let before: Double
    private var peak: Double

    /// - Parameter measure: what they hold now, in MiB.
    init(_ measure: @escaping () throws -> Double) throws {
        self.measure = measure
        before = try measure()
        peak = before
    }

    /// Looks; what comes and goes between two looks is not seen.
    mutating func look() throws {
        peak = max(peak, try measure())
    }

    /// In MiB.
    var growth: Double { peak - before }
}
