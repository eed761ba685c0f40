import Glibc

/// Something that makes a static site in a folder, or brings one up to date.
protocol StaticSite {
    /// Who makes it.
    var maker: String { get }
    /// Runs it to its end.
    func make(in out: String, memory: MemoryWatch?) throws -> Command.Outcome
}

extension StaticSite {
    /// Runs it with nothing left to be written by whoever ran before, and says how long it took.
    func time(in out: String, memory: MemoryWatch? = nil) throws -> Duration {
        sync()
        return try make(in: out, memory: memory).duration
    }
}
