/// Repeated measurements of one thing, in one unit.
struct Samples {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) {
        values.append(value)
    }

    /// Adds a duration, in milliseconds.
    mutating func add(_ duration: Duration) {
        values.append(duration.milliseconds)
    }

    /// Runs something, and adds how long it took, in milliseconds.
    mutating func time<Value>(_ body: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        let value = try body()
        add(ContinuousClock.now - start)
        return value
    }

    /// The value that this share of all values does not exceed, by the nearest rank. No number where there are no values.
    func percentile(_ share: Double) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return .nan }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return rank >= sorted.count ? last : sorted[max(0, rank - 1)]
    }

    var median: Double { percentile(0.5) }
    var p99: Double { percentile(0.99) }
    var largest: Double { values.max() ?? .nan }
}

extension Duration {
    var milliseconds: Double { self / .milliseconds(1) }
    var seconds: Double { self / .seconds(1) }
}
