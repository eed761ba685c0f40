import Git
import TestSupport
import Testing

@Suite struct TreeComparisonTests {
    /// Writes a tree of these bytes, whatever git thinks of them.
    private func rawTree(_ entries: [(mode: String, name: String, id: ObjectID)], in test: TestRepository) throws -> ObjectID {
        let bytes: [UInt8] = entries.flatMap { Array("\($0.mode) \($0.name)".utf8) + [0] + $0.id.bytes }
        let output = try test.git.bytes(["hash-object", "-t", "tree", "-w", "--stdin", "--literally"], input: bytes)
        return try #require(ObjectID(hex: String(decoding: output.prefix(40), as: UTF8.self)))
    }

    private func fault(_ body: () throws -> Void) -> TreeComparison.Fault? {
        do { try body() } catch { return error as? TreeComparison.Fault }
        return nil
    }

    @Test func findsWhatTheRepositoryFinds() throws {
        let test = try TestRepository()
        let old = try test.tree(["A.md": "a", "F/B.md": "b", "F/G/C.md": "c", "H/D.md": "d"])
        let new = try test.tree(["A.md": "changed", "F/G/C.md": "c2", "I/E.md": "e"], over: old)
        var comparison = TreeComparison(test.repository, budget: 100) { _ in true }
        #expect(try comparison.changes(from: old, to: new) == test.repository.changes(from: old, to: new))
        #expect(comparison.budget == 97)
        #expect(try comparison.changes(from: nil, to: old).count == 4)
        #expect(try comparison.changes(from: old, to: nil).count == 4)
        #expect(try comparison.paths(below: new) == 5)
    }

    @Test func theBudgetHoldsForAllComparisons() throws {
        let test = try TestRepository()
        let tree = try test.tree(["A.md": "a", "B.md": "b", "C.md": "c"])
        var comparison = TreeComparison(test.repository, budget: 5) { _ in true }
        _ = try comparison.changes(from: nil, to: tree)
        #expect(fault { _ = try comparison.changes(from: nil, to: tree) } == .tooManyPaths)
    }

    @Test(.timeLimit(.minutes(1))) func tenTreesOfTenThousandMillionPathsCostNothing() throws {
        let test = try TestRepository()
        let blob = try test.repository.writeBlob(Array("x".utf8))
        var tree = try rawTree((0..<10).map { ("100644", "f\($0)", blob) }, in: test)
        for _ in 0..<9 { tree = try rawTree((0..<10).map { [tree] in ("40000", "d\($0)", tree) }, in: test) }
        var comparison = TreeComparison(test.repository, budget: 1_000_000) { _ in true }
        #expect(fault { _ = try comparison.changes(from: nil, to: tree) } == .tooManyPaths)
        #expect(try comparison.paths(below: tree) == 1_000_001)
        // Nothing was spent on looking.
        #expect(comparison.budget == 1_000_000)
    }

    @Test func depthIsBounded() throws {
        let test = try TestRepository()
        let blob = try test.repository.writeBlob(Array("x".utf8))
        var tree = try rawTree([("100644", "f", blob)], in: test)
        for _ in 0..<600 { tree = try rawTree([("40000", "d", tree)], in: test) }
        var comparison = TreeComparison(test.repository, budget: 1_000_000) { _ in true }
        guard case .tooDeep = fault({ _ = try comparison.changes(from: nil, to: tree) }) else {
            Issue.record("600 folders in each other were taken")
            return
        }
    }

    @Test func unsoundTreesAreFound() throws {
        let test = try TestRepository()
        let blob = try test.repository.writeBlob(Array("x".utf8))
        let folder = try rawTree([("100644", "f", blob)], in: test)
        let cases: [(entries: [(mode: String, name: String, id: ObjectID)], name: String)] = [
            ([("100644", "b", blob), ("100644", "a", blob)], "a"),
            ([("100644", "a", blob), ("100644", "a", blob)], "a"),
            ([("100644", "a", blob), ("40000", "a", folder)], "a"),
            ([("100644", "a", blob), ("100644", "a.b", blob), ("40000", "a", folder)], "a"),
            ([("40000", "a", folder), ("100644", "a", blob)], "a"),
        ]
        for item in cases {
            let inner = try rawTree(item.entries, in: test)
            let outer = try rawTree([("40000", "in", inner)], in: test)
            var comparison = TreeComparison(test.repository, budget: 1000) { _ in true }
            let expected = TreeComparison.Fault.unsound(folder: GitPath("in"), name: Array(item.name.utf8))
            #expect(fault { _ = try comparison.changes(from: nil, to: outer) } == expected)
            // What the history holds already is taken as it is.
            var lenient = TreeComparison(test.repository, budget: 1000) { _ in false }
            #expect(fault { _ = try lenient.changes(from: nil, to: outer) } == nil)
        }
        let sound = try rawTree([("100644", "a", blob), ("100644", "a.b", blob), ("40000", "ab", folder), ("100644", "b", blob)], in: test)
        var comparison = TreeComparison(test.repository, budget: 1000) { _ in true }
        #expect(fault { _ = try comparison.changes(from: nil, to: sound) } == nil)
    }
}
