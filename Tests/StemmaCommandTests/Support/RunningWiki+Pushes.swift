import Testing

/// What holds around a push, whatever came of it.
extension RunningWiki {
    /// Expects that git's user reads a sentence with all these words, and that nothing is left of the push.
    func expectRefused(
        _ words: String..., sourceLocation: SourceLocation = #_sourceLocation, by push: () throws -> ChildProcess.Result
    ) throws {
        let before = try git.id()
        let result = try push()
        #expect(result.code != 0, "\(result.errors)", sourceLocation: sourceLocation)
        let told = result.errors.split(separator: "\n").filter { $0.hasPrefix("remote: ") }
        #expect(
            told.contains { line in words.allSatisfy { line.contains($0) } }, "\(words) is not in: \(result.errors)",
            sourceLocation: sourceLocation)
        #expect(result.errors.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" || $0 == "\r" }, sourceLocation: sourceLocation)
        #expect(try git.id() == before, sourceLocation: sourceLocation)
        try expectNothingLeft(sourceLocation: sourceLocation)
    }

    /// Expects that no push is under way any more, that none left anything behind, and that the server is well.
    func expectNothingLeft(sourceLocation: SourceLocation = #_sourceLocation) throws {
        var left: [String] = []
        let isClean = try Patience.wait {
            left = try leftovers() + runningGits()
            return left.isEmpty
        }
        #expect(isClean, "\(left)", sourceLocation: sourceLocation)
        #expect(try Visitor(self).get("/-/health").status == 200, sourceLocation: sourceLocation)
    }

    /// Locks, and what git keeps pushes and packs apart in until they are whole.
    func leftovers() throws -> [String] {
        let found = try ChildProcess(
            "find", [git.path, "-name", "*.lock", "-o", "-name", "tmp_*", "-o", "-name", "incoming-*", "-o", "-name", ".tmp-*"]
        ).wait()
        return found.lines
    }

    /// The numbers of the server's children that are git.
    func runningGits() throws -> [String] { try ChildProcess("pgrep", ["-P", "\(processID)", "-x", "git"]).wait().lines }

    /// The most memory that the server itself has had, in KiB.
    func memoryPeak() -> Int {
        let status = String(decoding: TemporaryFolder.bytes("/proc/\(processID)/status") ?? [], as: UTF8.self)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.split(whereSeparator: { !$0.isNumber }).first ?? "") } ?? 0
    }
}
