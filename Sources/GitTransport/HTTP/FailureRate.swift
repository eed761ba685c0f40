import Glibc
import Synchronization

/// Counts failed tries of one network, or other things that are bounded alike: so many at once, then so many a minute. An IPv6
/// address counts with its /64.
final class FailureRate: Sendable {
    private struct Bucket {
        var left: Double
        var filled: Int64
    }

    private let burst: Double
    private let perMinute: Double
    private let capacity: Int
    private let clock: @Sendable () -> Int64
    private let buckets = Mutex<[[UInt8]: Bucket]>([:])

    /// - Parameters:
    ///   - capacity: how many networks are remembered; beyond it those that failed least are forgotten.
    ///   - clock: seconds that only grow, or nearly so.
    init(burst: Int = 10, perMinute: Int = 10, capacity: Int = 10_000, clock: @escaping @Sendable () -> Int64) {
        self.burst = Double(burst)
        self.perMinute = Double(perMinute)
        self.capacity = capacity
        self.clock = clock
    }

    /// In how many seconds a network may try again; nil where it may now.
    func wait(_ address: String) -> Int? {
        let now = clock()
        return buckets.withLock { buckets in
            guard let bucket = buckets[Self.network(address)] else { return nil }
            let left = level(bucket, now)
            return left >= 1 ? nil : max(1, Int(((1 - left) * 60 / perMinute).rounded(.up)))
        }
    }

    /// Counts a failed try.
    func fail(_ address: String) {
        let (network, now) = (Self.network(address), clock())
        buckets.withLock { buckets in
            if buckets[network] == nil, buckets.count >= capacity { makeRoom(in: &buckets, now) }
            let left = buckets[network].map { level($0, now) } ?? burst
            buckets[network] = Bucket(left: max(0, left - 1), filled: now)
        }
    }

    /// Counts one where one may be; in how many seconds that is, where it may not be now.
    func take(_ address: String) -> Int? {
        if let seconds = wait(address) { return seconds }
        fail(address)
        return nil
    }

    private func level(_ bucket: Bucket, _ now: Int64) -> Double {
        min(burst, bucket.left + Double(max(0, now - bucket.filled)) * perMinute / 60)
    }

    /// A quarter at a time, so that the cost is constant, amortised.
    private func makeRoom(in buckets: inout [[UInt8]: Bucket], _ now: Int64) {
        buckets = buckets.filter { level($0.value, now) < burst }
        guard buckets.count > capacity * 3 / 4 else { return }
        let fullest = buckets.map { (key: $0.key, left: level($0.value, now)) }.sorted { $0.left > $1.left }
        for entry in fullest.prefix(max(1, capacity / 4)) { buckets[entry.key] = nil }
    }

    /// What an address counts with.
    static func network(_ address: String) -> [UInt8] {
        var long = in6_addr()
        guard inet_pton(AF_INET6, address, &long) == 1 else { return Array(address.utf8.prefix(64)) }
        return withUnsafeBytes(of: long) { Array($0.prefix(8)) }
    }
}
