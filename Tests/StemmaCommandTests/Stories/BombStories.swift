import Testing

/// Pushes that are small on the wire and large, or endless, once they are unpacked.
@Suite("Bombs in pushes")
struct BombStories {
    private func site(_ settings: String = "") throws -> (wiki: RunningWiki, ben: GitFolder) {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n\(settings)")
        try wiki.add("ben")
        return (wiki, try wiki.clone(as: "ben"))
    }

    /// Writes so many zero bytes as a blob, which nobody has to hold in memory.
    private func zeros(_ megabytes: Int, in clone: GitFolder) throws -> String {
        let made = try clone.start(script: "head -c \(megabytes)000000 /dev/zero | git hash-object -w --stdin").wait(seconds: 120)
        return try #require(made.lines.first, "\(made.errors)")
    }

    @Test func sixHundredMegabytesOfZeros() throws {
        let (wiki, ben) = try site()
        let commit = try ben.commit(tree: ben.tree(with: ("100644", Array("zeros.bin".utf8), zeros(600, in: ben))))
        let before = wiki.memoryPeak()
        try wiki.expectRefused("zeros.bin in commit \(commit.prefix(7))", "It is larger than 25 MiB.") {
            try ben.outcome("push", "origin", "\(commit):refs/heads/main", seconds: 180)
        }
        #expect(wiki.memoryPeak() - before < 64 << 10, "the server itself unpacks nothing: \(wiki.memoryPeak() - before) KiB")
        #expect(try Visitor(wiki).get("/").status == 200)
    }

    @Test func moreThanAPushMayBring() throws {
        let (wiki, ben) = try site("limits:\n  push: 1 MiB\n")
        let commit = try ben.commit(tree: ben.tree(with: ("100644", Array("zeros.bin".utf8), zeros(20, in: ben))))
        try wiki.expectRefused("Unpacked, this push comes to more than 4 MiB.") {
            try ben.outcome("push", "origin", "\(commit):refs/heads/main")
        }
        _ = try ChildProcess("sh", ["-c", "head -c 3000000 /dev/urandom > noise.bin"], directory: ben.path).wait()
        try ben.commit(["Bread.md": "Flour.\n"])
        try wiki.expectRefused("This push sends more than 1 MiB.") { try ben.outcome("push", "origin", "main") }
        #expect(try wiki.git.subjects().count == 1)
        try wiki.expectNothingLeft()
    }

    @Test func tenThousandMillionPathsInTenTrees() throws {
        let (wiki, ben) = try site()
        var tree = try ben.tree((0...9).map { ("100644", Array("f\($0)".utf8), try ben.blob("x\n")) })
        for _ in 1...9 {
            let below = tree
            tree = try ben.tree((0...9).map { ("40000", Array("d\($0)".utf8), below) })
        }
        let commit = try ben.commit(tree: ben.tree(with: ("40000", Array("deep".utf8), tree)))
        let start = ContinuousClock.now
        try wiki.expectRefused("This push changes more than", "files, counted in each commit.") {
            try ben.outcome("push", "origin", "\(commit):refs/heads/main")
        }
        #expect(ContinuousClock.now - start < .seconds(30), "nobody walks them")
    }

    @Test func oneTextUnderAMillionNames() throws {
        let (wiki, ben) = try site("limits:\n  push: 1 MiB\n")
        let text = try ben.blob(String(repeating: "Many words. ", count: 10_000))
        let folder = try ben.tree((100...299).map { ("100644", Array("Page-\($0).md".utf8), text) })
        let commit = try ben.commit(tree: ben.tree(with: ("40000", Array("Many".utf8), folder)))
        try wiki.expectRefused("this push comes to more than 4 MiB.") { try ben.outcome("push", "origin", "\(commit):refs/heads/main") }
    }
}
