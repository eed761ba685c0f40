/// How often something may be tried for one key: so many at once, and so many an hour in the long run.
package struct AttemptRate: Hashable, Sendable {
    /// How many may come at once after a pause.
    package let burst: Int
    /// How many are given back in an hour.
    package let perHour: Int

    /// A rate; both numbers are kept between one and a million.
    package init(burst: Int, perHour: Int) {
        self.burst = min(max(1, burst), 1_000_000)
        self.perHour = min(max(1, perHour), 1_000_000)
    }
}
