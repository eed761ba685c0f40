import Synchronization

/// Token buckets in a table of bounded size. A clock that jumps back costs nobody more than a full bucket.
final class AttemptTable: Sendable {
    /// Whether a try may go on.
    enum Verdict: Hashable, Sendable {
        case allowed
        /// Not before so many whole seconds have gone by. `isFirst` for the first try since one was allowed.
        case limited(retryAfter: Int, isFirst: Bool)
    }

    /// Levels are counted in whole parts of a try, so that no rounding adds up.
    private static let parts: Int64 = 3600

    private struct Bucket {
        var level: Int64
        var filledAt: Int64
        var hasRefused = false
    }

    private let rate: AttemptRate
    private let capacity: Int
    private let clock: @Sendable () -> Int64
    private let buckets = Mutex<[String: Bucket]>([:])

    init(rate: AttemptRate, capacity: Int, clock: @escaping @Sendable () -> Int64) {
        self.rate = rate
        self.capacity = max(4, capacity)
        self.clock = clock
    }

    /// How many keys are remembered now.
    var count: Int { buckets.withLock { $0.count } }

    /// Takes one try from the key's bucket, if there is one.
    func take(_ key: String) -> Verdict {
        let now = clock()
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= capacity { makeRoom(in: &buckets, now: now) }
            var bucket = buckets[key] ?? Bucket(level: full, filledAt: now)
            bucket.level = level(bucket, now: now)
            bucket.filledAt = now
            defer { buckets[key] = bucket }
            guard bucket.level >= Self.parts else {
                let isFirst = !bucket.hasRefused
                bucket.hasRefused = true
                let wait = (Self.parts - bucket.level + Int64(rate.perHour) - 1) / Int64(rate.perHour)
                return .limited(retryAfter: Int(wait), isFirst: isFirst)
            }
            bucket.level -= Self.parts
            bucket.hasRefused = false
            return .allowed
        }
    }

    /// Gives a try back that turned out to be somebody's good right.
    func giveBack(_ key: String) {
        buckets.withLock { buckets in
            guard let bucket = buckets[key] else { return }
            buckets[key]?.level = min(full, bucket.level + Self.parts)
        }
    }

    private var full: Int64 { Int64(rate.burst) * Self.parts }

    private func level(_ bucket: Bucket, now: Int64) -> Int64 {
        // No longer pause than one that fills any bucket, so that the product stays small.
        let (passed, isBeyond) = now.subtractingReportingOverflow(bucket.filledAt)
        let seconds = isBeyond ? 0 : min(max(0, passed), full / Int64(rate.perHour) + 1)
        return min(full, bucket.level + seconds * Int64(rate.perHour))
    }

    /// Forgets every full bucket, which says no more than a new one. Where that makes too little room, a quarter of the table
    /// goes, fullest first: whoever floods with many keys wins back nothing for one that is spent.
    private func makeRoom(in buckets: inout [String: Bucket], now: Int64) {
        buckets = buckets.filter { level($0.value, now: now) < full }
        guard buckets.count > capacity * 3 / 4 else { return }
        let fullest = buckets.map { (key: $0.key, level: level($0.value, now: now)) }.sorted { $0.level > $1.level }
        for entry in fullest.prefix(max(1, capacity / 4)) { buckets[entry.key] = nil }
    }
}
