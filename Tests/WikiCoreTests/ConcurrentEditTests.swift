import Git
import TestSupport
import Testing
import WikiCore

/// Many writers at once: what was acknowledged is there, in one chain of commits.
@Suite struct ConcurrentEditTests {
    @Test func fiftyWritersOnOnePage() async throws {
        let history = try History()
        let base = try history.commitToMain(["P.md": "# Page\n\nfirst\n\nlast\n"])
        try await withWiki(history.data) { wiki in
            let outcomes = try await withThrowingTaskGroup(of: SavedEdit.self) { group in
                for writer in 0..<50 {
                    group.addTask {
                        let text =
                            "# Page\n\nfirst\n\(writer % 2 == 0 ? "line \(writer)\n" : "")\nlast\n\(writer % 2 == 1 ? "line \(writer)\n" : "")"
                        return try await wiki.save("P", text, base: base, by: "Writer \(writer)").saved()
                    }
                }
                return try await group.reduce(into: [SavedEdit]()) { $0.append($1) }
            }
            #expect(Set(outcomes.map(\.revision)).count == 50)
            #expect(outcomes.filter { !$0.isMerged }.count == 1)
            #expect(outcomes.contains { $0.keptBoth })
        }
        let text = try history.text("P.md") ?? ""
        for writer in 0..<50 { #expect(text.contains("line \(writer)\n")) }
        #expect(text.split(separator: "\n").count == 53)
        #expect(try history.git("rev-list", "--count", "main") == "51")
        #expect(try history.git("rev-list", "--merges", "main") == "")
        try history.git.check()
        try await expectRebuildIsSame(history.data)
    }

    @Test func manyPagesAtOnce() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "home\n"])
        try await withWiki(history.data) { wiki in
            let kinds = await withTaskGroup(of: String.self) { group in
                for number in 0..<120 {
                    group.addTask {
                        // Every page is made by two at once: one makes it, the other hears of it.
                        switch try? await wiki.save("Page \(number / 2)", "text of \(number)\n", base: nil) {
                        case .saved: "saved"
                        case .conflict: "conflict"
                        case .unchanged: "unchanged"
                        case nil: "refused"
                        }
                    }
                }
                return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(kinds == ["saved": 60, "conflict": 60])
        }
        #expect(try history.git("rev-list", "--count", "main") == "61")
        try history.git.check()
        try await expectRebuildIsSame(history.data)
    }

    @Test func savesRacingPlainGit() async throws {
        let history = try History()
        try history.commitToMain(["Web.md": "# Web\n", "Git.md": "# Git\n"])
        let git = history.git
        try await withWiki(history.data) { wiki in
            async let pushed = Self.push(40, git)
            var saved: [Int] = []
            for number in 0..<40 {
                let base = try #require(wiki.indexedTip)
                let text = try await wiki.read { snapshot in
                    try snapshot.index.page(path: GitPath("Web")).map { try snapshot.text(of: $0) } ?? []
                }
                let outcome = try await wiki.save("Web", String(decoding: text, as: UTF8.self) + "\nweb \(number)\n", base: base)
                if case .saved = outcome { saved.append(number) }
            }
            #expect(saved.count == 40)
            #expect(try await pushed == Array(0..<40))
        }
        let (web, plain) = (try history.text("Web.md") ?? "", try history.text("Git.md") ?? "")
        for number in 0..<40 { #expect(web.contains("web \(number)\n") && plain.contains("git \(number)\n")) }
        #expect(try git("rev-list", "--count", "--first-parent", "main") == "81")
        try git.check()
        try await expectRebuildIsSame(history.data)
    }

    /// Commits a line with nothing but the real git, again and again from the tip of the moment; tells which lines it got in.
    private static func push(_ count: Int, _ git: RealGit) async throws -> [Int] {
        var done: [Int] = []
        for number in 0..<count {
            while done.last != number {
                let tip = try git("rev-parse", "refs/heads/main")
                let text = try git("cat-file", "blob", "\(tip):Git.md") + "\ngit \(number)\n"
                let blob = try git("hash-object", "-w", "--stdin", input: text)
                let others = try git("ls-tree", tip).split(separator: "\n").filter { !$0.hasSuffix("\tGit.md") }.joined(separator: "\n")
                let tree = try git("mktree", input: "\(others)\n100644 blob \(blob)\tGit.md\n")
                let commit = try git("commit-tree", tree, "-p", tip, "-m", "git \(number)")
                if try git.succeeds("update-ref", "refs/heads/main", commit, tip) { done.append(number) }
                await Task.yield()
            }
        }
        return done
    }

    @Test func conflictsCarryAllTexts() async throws {
        let history = try History()
        let base = try history.commitToMain(["P.md": "the first sentence\n"])
        try await withWiki(history.data) { wiki in
            let theirs = try await wiki.save("P", "the first phrase\n", base: base, by: "Ann").saved()
            let conflict = try await wiki.save("P", "the first clause\n", base: base, by: "Ben").conflict()
            #expect(conflict.path == GitPath("P") && conflict.revision == theirs.revision)
            #expect(conflict.base == Array("the first sentence\n".utf8))
            #expect(conflict.theirs == Array("the first phrase\n".utf8))
            #expect(conflict.yours == Array("the first clause\n".utf8))
            let marked = String(decoding: conflict.marked, as: UTF8.self)
            #expect(marked.contains("<<<<<<<") && marked.contains("phrase") && marked.contains("clause"))
            // Settled by the person on top of what stood: saved.
            _ = try await wiki.save("P", "the first phrase or clause\n", base: conflict.revision).saved()
            // A new page where there is one: a conflict without a base.
            let other = try await wiki.save("P", "mine\n", base: nil).conflict()
            #expect(other.base == nil && other.theirs == Array("the first phrase or clause\n".utf8))
            #expect(try await wiki.save("P", "the first phrase or clause", base: nil).isUnchanged)
        }
        #expect(try history.git("rev-list", "--count", "main") == "3")
    }

    @Test func additionsAtOnePlaceAreBothKept() async throws {
        let history = try History()
        let base = try history.commitToMain(["P.md": "# List\n\n- one\n"])
        try await withWiki(history.data) { wiki in
            _ = try await wiki.save("P", "# List\n\n- one\n- by Ann\n", base: base, by: "Ann").saved()
            let second = try await wiki.save("P", "# List\n\n- one\n- by Ben\n", base: base, by: "Ben").saved()
            #expect(second.isMerged && second.keptBoth)
            // The same addition by two people comes once, and makes no commit.
            #expect(try await wiki.save("P", "# List\n\n- one\n- by Ann\n", base: base, by: "Cy").isUnchanged)
        }
        #expect(try history.text("P.md") == "# List\n\n- one\n- by Ann\n- by Ben\n")
    }

    @Test func closingAnswersEverybody() async throws {
        let history = try History()
        let base = try history.commitToMain(["Home.md": "a\n"])
        let wiki = try openWiki(history.data)
        try await wiki.indexer.catchUp()
        let saves = (0..<30).map { number in Task { try await wiki.save("New \(number)", "text\n", base: nil) } }
        _ = try await wiki.save("Home", "b\n", base: base).saved()
        await wiki.edits.close()
        var acknowledged = 0
        for save in saves {
            do {
                _ = try await save.value.saved()
                acknowledged += 1
            } catch { #expect(error as? WikiError == .closing) }
        }
        await wiki.close()
        #expect(try history.git("rev-list", "--count", "main") == "\(acknowledged + 2)")
    }
}
