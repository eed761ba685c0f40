/// Values by key, a bounded number of them: when the young half is full the old one goes, and what is asked for again is young.
struct AgingCache<Key: Hashable, Value> {
    private let limit: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private var size = 0

    /// - Parameter limit: how much a half holds.
    init(limit: Int) {
        self.limit = limit
    }

    /// The value of a key; made where it is not known.
    /// - Parameter size: how much of the limit it takes.
    mutating func value(_ key: Key, size measure: (Value) -> Int, make: () throws -> Value) rethrows -> Value {
        if let known = young[key] { return known }
        let value = try old[key] ?? make()
        young[key] = value
        size += measure(value)
        if size > limit { (old, young, size) = (young, [:], 0) }
        return value
    }
}
