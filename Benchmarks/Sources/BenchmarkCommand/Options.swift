import Glibc

/// What the command line asks for.
struct Options {
    static let help = """
        Measures a built `stemma` from outside: as a process, over HTTP and through git.

        USAGE: benchmark [PART ...] [--quick] [--bundle FILE | --generated] [--rfcs FILE]
                         [--program FILE] [--folder DIR]

        Without a PART all are measured:
        \(allParts.map { "  \($0.name)\(String(repeating: " ", count: 9 - $0.name.count))\($0.purpose)" }.joined(separator: "\n"))

          --quick          little of everything, to see that it works; the figures say little
          --bundle FILE    a git bundle of the Go project's wiki; without it, ../shared/corpora/golang-wiki.bundle
                           beside the project, or else a generated history of the same shape
          --generated      the generated history, even where the bundle is at hand
          --rfcs FILE      a git bundle of the Rust project's RFCs, at which authors and export look; without it,
                           ../shared/corpora/rust-rfcs.bundle beside the project, or else none
          --program FILE   the program to measure; without it, $STEMMA_TEST_PROGRAM or .build/release/stemma
          --folder DIR     where wikis are made and removed again, on the disk to measure; /var/tmp without it

        Benchmarks/README.md says how to read the figures.

        """

    var parts: [any BenchmarkPart] = []
    var isQuick = false
    var folder = "/var/tmp"
    var wantsHelp = false
    private var isGenerated = false
    private var bundle: String?
    private var proposals: String?
    private var program: String?

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--help", "-h": wantsHelp = true
            case "--quick": isQuick = true
            case "--generated": isGenerated = true
            case "--bundle": bundle = try Self.value(of: word, in: &rest)
            case "--rfcs": proposals = try Self.value(of: word, in: &rest)
            case "--program": program = try Self.value(of: word, in: &rest)
            case "--folder": folder = try Self.value(of: word, in: &rest)
            default:
                guard let part = allParts.first(where: { $0.name == word }) else {
                    throw BenchmarkFailure("There is no part \(word); there are \(allParts.map(\.name).joined(separator: ", ")).")
                }
                parts.append(part)
            }
        }
        if parts.isEmpty { parts = allParts }
    }

    /// The program that is measured.
    func programPath() throws -> String {
        let path = program ?? getenv("STEMMA_TEST_PROGRAM").map { String(cString: $0) } ?? "\(Self.project)/.build/release/stemma"
        guard File.exists(path) else {
            throw BenchmarkFailure("There is no program at \(path). `make bench` builds it first.")
        }
        return path
    }

    /// The bundle to measure on; nil where a history is to be generated.
    func bundlePath() throws -> String? {
        try Self.bundle(bundle, usual: "golang-wiki.bundle", isLookedFor: !isGenerated)
    }

    /// The bundle of the Rust project's RFCs; nil where none is at hand.
    func proposalsPath() throws -> String? {
        try Self.bundle(proposals, usual: "rust-rfcs.bundle", isLookedFor: true)
    }

    /// The bundle that was named, or else the one that usually lies beside the project.
    private static func bundle(_ named: String?, usual: String, isLookedFor: Bool) throws -> String? {
        if let named {
            guard File.exists(named) else { throw BenchmarkFailure("There is no bundle at \(named).") }
            return named
        }
        let path = "\(project)/../shared/corpora/\(usual)"
        return isLookedFor && File.exists(path) ? path : nil
    }

    /// The folder of the project, four levels above this file.
    static let project = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")

    private static func value(of option: String, in rest: inout ArraySlice<String>) throws -> String {
        guard let value = rest.popFirst() else { throw BenchmarkFailure("\(option) needs a value.") }
        return value
    }
}
