/// The least that a login can do: one Argon2id hash with the wiki's cost, by the program `argon2`.
struct PasswordProbe {
    /// 19 MiB, twice, as `PasswordCost.product` of the wiki.
    private static let cost = ["-id", "-k", "19456", "-t", "2", "-p", "1"]

    private let folder: TemporaryFolder
    private let input: String

    init(_ bench: Bench) throws {
        folder = bench.folder
        input = folder.newPath("password")
        try File.write(WikiAccounts.password, to: input)
    }

    /// Hashes once, and says how long that took as the program tells it, in milliseconds; its start does not count.
    func run() throws -> Double {
        let said = try Command("argon2", ["saltofabenchmark"] + Self.cost, in: folder).run(input: input).text
        let line = said.split(separator: "\n").first { $0.hasSuffix(" seconds") }
        guard let seconds = line?.split(separator: " ").first.flatMap({ Double($0) }) else {
            throw BenchmarkFailure("argon2 does not say how long it took: \(said.suffix(200))")
        }
        return seconds * 1_000
    }
}
