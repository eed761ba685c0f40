import Glibc

/// What programs that were run to their end used of the processor, which says more than the clock where others use it too.
struct ProcessorTime {
    private let start = ProcessorTime.ofChildren()

    /// The time of those that ended since this was made, in seconds.
    var seconds: Double { Self.ofChildren() - start }

    private static func ofChildren() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }
}
