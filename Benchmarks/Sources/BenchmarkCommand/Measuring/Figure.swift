/// One line of the report: what was measured, what it is measured against, and what it should reach.
struct Figure {
    /// What something known reached in the same run, in the figure's unit.
    struct Reference {
        let name: String
        let value: Double
    }

    let name: String
    let unit: Unit
    /// The median where there are many samples.
    let value: Double
    var p99: Double?
    /// How many samples stand behind the value.
    var count: Int
    var reference: Reference?
    var aims: [Aim] = []

    /// A single value, or a median that was made elsewhere.
    init(_ name: String, _ unit: Unit, _ value: Double, p99: Double? = nil, count: Int = 1, reference: Reference? = nil, aims: [Aim] = []) {
        self.name = name
        self.unit = unit
        self.value = value
        self.p99 = p99
        self.count = count
        self.reference = reference
        self.aims = aims
    }

    /// Median and p99 of samples.
    init(_ name: String, _ unit: Unit, _ samples: Samples, reference: Reference? = nil, aims: [Aim] = []) {
        self.init(
            name, unit, samples.median, p99: samples.values.count >= 100 ? samples.p99 : nil, count: samples.values.count,
            reference: reference, aims: aims)
    }

    /// The value in parts of the reference.
    var ratio: Double? {
        guard let reference, reference.value > 0 else { return nil }
        return value / reference.value
    }
}
