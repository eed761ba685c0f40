import Git
import TestSupport
import Testing
import WikiCore

@testable import GitTransport

/// Pushes that are made to be too much.
@Suite(.timeLimit(.minutes(2))) struct PushBoundsTests {
    @Test func aBlobThatUnpacksToMuchIsNotUnpacked() throws {
        let push = try MadeUpPush { $0.limits.push = 1 << 20 }
        let first = try push.begin(["A.md": "a"])
        let bomb = try push.blob([UInt8](repeating: 0, count: 64 << 20))
        let commit = try push.commit(tree: push.tree([("100644", "data.bin", bomb)]), onto: [first])
        #expect(try push.refusal(commit) == .tooLarge(limit: 4 << 20))
    }

    @Test func tenThousandMillionPathsAreNotWalked() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let blob = try push.blob("x")
        var tree = try push.tree((0..<10).map { ("100644", "f\($0)", blob) })
        for _ in 0..<9 { tree = try push.tree((0..<10).map { [tree] in ("40000", "d\($0)", tree) }) }
        let commit = try push.commit(tree: tree, onto: [first])
        #expect(try push.refusal(commit) == .tooMany(.paths, limit: push.rules.pathLimit))
    }

    @Test func oneTextUnderManyNamesCountsEachTime() throws {
        let push = try MadeUpPush { $0.limits.push = 1 << 20 }
        let first = try push.begin(["A.md": "a"])
        let page = try push.blob(String(repeating: "a", count: 1 << 20))
        let commit = try push.commit(tree: push.tree((0..<10).map { ("100644", "f\($0).txt", page) }), onto: [first])
        #expect(try push.refusal(commit) == .tooLarge(limit: 4 << 20))
    }

    @Test func oneFileMoreThanTheWikiMayHoldIsTooMany() throws {
        let push = try MadeUpPush()
        let files = Dictionary(uniqueKeysWithValues: (0..<20).map { ("F\($0).md", "x") })
        let first = try push.begin(files)
        push.rules.fileLimit = 20
        let more = try push.commit(["More.md": "x"], onto: [first])
        #expect(try push.refusal(more) == .tooMany(.paths, limit: 20))
        push.rules.fileLimit = 10_000
        #expect(try push.refusal(more) == nil)
        push.rules.fileLimit = 19
        #expect(try push.refusal(push.commit(["F1.md": "y"], onto: [first])) == nil, "what is there already may change")
    }

    @Test func countsAreBounded() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        var tip = first
        for number in 0..<5 { tip = try push.commit(["A.md": "\(number)", "B\(number).md": "b"], onto: [tip]) }
        push.rules.commitLimit = 4
        #expect(try push.refusal(tip) == .tooMany(.commits, limit: 4))
        push.rules.commitLimit = 100
        push.rules.objectLimit = 10
        #expect(try push.refusal(tip) == .tooMany(.objects, limit: 10))
        push.rules.objectLimit = 1000
        push.rules.pathLimit = 8
        #expect(try push.refusal(tip) == .tooMany(.paths, limit: 8))
        push.rules.pathLimit = 1000
        push.rules.parentLimit = 1
        let merge = try push.commit(["C.md": "c"], onto: [tip, first])
        #expect(try push.refusal(merge) == .commit(merge, .parents(limit: 1)))
        push.rules.parentLimit = 2
        push.rules.folderLimit = 100
        guard case .objectTooLarge? = try push.refusal(tip) else {
            Issue.record("a folder of more than 100 bytes was taken")
            return
        }
    }

    @Test func unsoundFoldersAreRefused() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let blob = try push.blob("x")
        let twice = try push.tree([("100644", "a.md", blob), ("100644", "a.md", blob)])
        let commit = try push.commit(tree: push.tree([("40000", "F", twice)]), onto: [first])
        #expect(try push.refusal(commit) == .commit(commit, .unsound(folder: GitPath("F"), name: Array("a.md".utf8))))
        let unsorted = try push.commit(tree: push.tree([("100644", "b.md", blob), ("100644", "a.md", blob)]), onto: [first])
        #expect(try push.refusal(unsorted) == .commit(unsorted, .unsound(folder: .root, name: Array("a.md".utf8))))
    }

    @Test func foldersInFoldersAreBounded() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        var tree = try push.tree([("100644", "f.md", push.blob("x"))])
        for _ in 0..<600 { tree = try push.tree([("40000", "d", tree)]) }
        let commit = try push.commit(tree: tree, onto: [first])
        guard case .commit(commit, .tooDeep)? = try push.refusal(commit) else {
            Issue.record("600 folders in each other were taken")
            return
        }
    }
}
