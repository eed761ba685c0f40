import Testing

/// A push that the disk has no room for.
@Suite("A full disk during a push")
struct FullDiskPushStories {
    /// Bounds the size of files that the server, and each git that it starts, may write from now on. What reaches it fails as it
    /// does on a full disk, for this program alone and without the rights of root.
    private func bound(_ wiki: RunningWiki, _ size: String) throws {
        let made = try ChildProcess("prlimit", ["--pid", "\(wiki.processID)", "--fsize=\(size):"]).wait()
        try #require(made.code == 0, "\(made.errors)")
    }

    @Test func nothingOfItIsTaken() throws {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n")
        try wiki.add("ben")
        let ben = try wiki.clone(as: "ben")
        _ = try ChildProcess("sh", ["-c", "head -c 12000000 /dev/urandom > noise.bin"], directory: ben.path).wait()
        try ben.commit(["Bread.md": "Flour.\n"])
        let before = try wiki.git.id()
        try bound(wiki, "8388608")
        let refused = try ben.outcome("push", "origin", "main")
        #expect(refused.code != 0 && refused.errors.contains("remote"), "\(refused.errors)")
        #expect(try wiki.git.id() == before)
        try wiki.expectNothingLeft()
        let (home, bread) = (try Visitor(wiki).get("/"), try Visitor(wiki).get("/Bread"))
        #expect(home.status == 200, "\(home.text.prefix(2000))")
        #expect(bread.status == 404)
        try bound(wiki, "unlimited")
        let pushed = try ben.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "with room again it goes in: \(pushed.errors)")
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
    }
}
