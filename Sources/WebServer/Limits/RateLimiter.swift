import Synchronization

/// How often something may happen for one key: so many at once, and so many a second in the long run.
package struct Rate: Sendable, Equatable {
    /// How many may come at once after a pause.
    package let burst: Double
    /// How many a second are given back.
    package let perSecond: Double

    /// - Parameters:
    ///   - burst: how many may come at once, at least one.
    ///   - perMinute: how many a minute are given back.
    package init(burst: Int, perMinute: Int) {
        self.burst = Double(max(1, burst))
        perSecond = Double(max(1, perMinute)) / 60
    }
}

/// Token buckets, one per address (an IPv6 address counts with its /64) or account, in a table of bounded size.
package final class RateLimiter: Sendable {
    /// Whether a request may go on.
    package enum Verdict: Sendable, Equatable {
        /// It may.
        case allowed
        /// Not before so many whole seconds have gone by.
        case limited(retryAfter: Int)
    }

    private struct Bucket {
        var tokens: Double
        var filledAt: Duration
    }

    /// Whose bucket it is.
    private enum Owner: Hashable {
        case network(ClientAddress)
        case account(Int64)
    }

    private let rate: Rate
    private let capacity: Int
    private let clock: MonotonicClock
    private let buckets = Mutex<[Owner: Bucket]>([:])

    /// - Parameters:
    ///   - capacity: how many addresses and accounts are remembered at most.
    ///   - clock: a time that only grows.
    package init(rate: Rate, capacity: Int = 10_000, clock: MonotonicClock = .system) {
        self.rate = rate
        self.capacity = max(1, capacity)
        self.clock = clock
    }

    /// Takes one token from the bucket of that address, if there is one.
    package func take(_ client: ClientAddress) -> Verdict { take(from: .network(client.network)) }

    /// Takes one token from the bucket of that account, wherever the person is.
    package func take(account: Int64) -> Verdict { take(from: .account(account)) }

    /// Takes more tokens for what turned out to cost more, whether they are there or not: the next request waits for them.
    package func charge(_ client: ClientAddress, _ tokens: Int) { charge(.network(client.network), tokens) }

    /// The same for an account.
    package func charge(account: Int64, _ tokens: Int) { charge(.account(account), tokens) }

    private func charge(_ key: Owner, _ tokens: Int) {
        let now = clock.now
        buckets.withLock { buckets in
            guard let bucket = buckets[key] else { return }
            buckets[key] = Bucket(tokens: max(-rate.burst, level(bucket, now: now) - Double(tokens)), filledAt: now)
        }
    }

    private func take(from key: Owner) -> Verdict {
        let now = clock.now
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= capacity { makeRoom(in: &buckets, now: now) }
            var bucket = buckets[key] ?? Bucket(tokens: rate.burst, filledAt: now)
            bucket.tokens = level(bucket, now: now)
            bucket.filledAt = now
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else {
                return .limited(retryAfter: max(1, Int(((1 - bucket.tokens) / rate.perSecond).rounded(.up))))
            }
            bucket.tokens -= 1
            return .allowed
        }
    }

    /// How many addresses and accounts are remembered now.
    package var count: Int { buckets.withLock { $0.count } }

    private func level(_ bucket: Bucket, now: Duration) -> Double {
        min(rate.burst, bucket.tokens + max(0, (now - bucket.filledAt) / .seconds(1)) * rate.perSecond)
    }

    /// Forgets every full bucket, which says no more than a new one. Where that makes too little room, a quarter of the
    /// table goes, fullest first: whoever floods with many addresses wins back nothing for one that is spent. A quarter at
    /// a time, so that the cost is constant, amortised.
    private func makeRoom(in buckets: inout [Owner: Bucket], now: Duration) {
        buckets = buckets.filter { level($0.value, now: now) < rate.burst }
        guard buckets.count > capacity * 3 / 4 else { return }
        let fullest = buckets.map { (key: $0.key, level: level($0.value, now: now)) }.sorted { $0.level > $1.level }
        for entry in fullest.prefix(max(1, capacity / 4)) { buckets[entry.key] = nil }
    }
}
