import Git
import TestSupport

/// Moves a branch with nothing but the real git, from wherever it is: what a push does once it is let in.
struct PlainPush: Sendable {
    let git: RealGit

    /// Commits a page on top of a commit, and moves the branch from there.
    /// - Returns: the commit; nil where the branch was not there any more.
    func commit(_ file: String, _ text: String, onto tip: ObjectID?, _ message: String = "Push") throws -> ObjectID? {
        let blob = try git("hash-object", "-w", "--stdin", input: text)
        let others = try tip.map { try git("ls-tree", $0.hex).split(separator: "\n").filter { !$0.hasSuffix("\t\(file)") } } ?? []
        let tree = try git("mktree", input: others.map { "\($0)\n" }.joined() + "100644 blob \(blob)\t\(file)\n")
        let commit =
            try tip.map { try git("commit-tree", tree, "-p", $0.hex, "-m", message) } ?? git("commit-tree", tree, "-m", message)
        guard try git.succeeds("update-ref", "refs/heads/main", commit, tip?.hex ?? ObjectID.zero.hex) else { return nil }
        return ObjectID(hex: commit)
    }
}
