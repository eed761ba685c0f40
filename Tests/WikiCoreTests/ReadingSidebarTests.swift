import Git
import TestSupport
import Testing
import WikiCore

/// The sidebar that nobody wrote.
@Suite struct ReadingSidebarTests {
    private func sidebars(_ files: [String: History.Change], beside paths: [String]) async throws -> [String] {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data) { wiki in
            try await wiki.read { snapshot in
                let order = try ReadingOrder(snapshot: snapshot)
                return try paths.map { path in
                    let page = try #require(try snapshot.index.page(path: GitPath(path)))
                    let nodes = try order.sidebar(beside: page)
                    #expect(nodes.reduce(0) { $0 + $1.count } <= 101)
                    return nodes.words
                }
            }
        }
    }

    @Test func theTreeIsOpenOnTheWay() async throws {
        let found = try await sidebars(
            [
                "Home.md": "h\n", "a/Home.md": "# First\n", "a/x.md": "x\n", "a/deep/y.md": "y\n", "b.md": "b\n", "b/z.md": "z\n",
                "c/w.md": "w\n",
                "Plan.md": "---\ndraft: true\n---\n",
            ], beside: ["Home", "a/Home", "a/deep/y", "b", "b/z", "Plan"])
        #expect(
            found == [
                "Home* First b c", "Home First*(deep x) b c", "Home First(deep(y*) x) b c", "Home First b*(z) c", "Home First b(z*) c",
                "Home First b c",
            ])
    }

    @Test func heapsStayClosed() async throws {
        var files: [String: History.Change] = ["Home.md": "h\n", "few/a.md": "a\n", "few/b.md": "b\n"]
        for number in 0..<100 { files["n\(number).md"] = "n\n" }
        for number in 0..<100 { files["many/m\(number).md"] = "m\n" }
        let found = try await sidebars(files, beside: ["n5", "Home", "few/a", "many/m7"])
        #expect(found == ["", "", "Home few(a* b)", ""])
    }

    @Test func whereASidebarIsWrittenThereIsNone() async throws {
        #expect(try await sidebars(["a.md": "a\n", "b.md": "b\n", "_Sidebar.md": "Words.\n"], beside: ["a"]) == [""])
        #expect(try await sidebars(["a.md": "a\n"], beside: ["a"]) == [""])
    }

    @Test func lists() async throws {
        let navigation = "nav:\n- Start: a.md\n- Part one:\n  - b.md\n  - Deep: [c.md]\n- gone.md\n"
        let files: [String: History.Change] = ["a.md": "a\n", "b.md": "# Bee\n", "c.md": "c\n", "d.md": "d\n"]
        let nav = try await sidebars(files.merging(["mkdocs.yml": .text(navigation)]) { $1 }, beside: ["b", "d"])
        #expect(nav == ["Start PART ONE(Bee* DEEP(c))", "Start PART ONE(Bee DEEP(c))"])
        let summary = "* [Start](a.md)\n  * [[b]]\n* [C](c.md)\n"
        let book = try await sidebars(files.merging(["SUMMARY.md": .text(summary)]) { $1 }, beside: ["c"])
        #expect(book == ["Start(b) C*"])
        #expect(try await sidebars(files.merging(["mkdocs.yml": "nav: [gone.md]\n"]) { $1 }, beside: ["a"]) == ["a* Bee c d"])
    }

    @Test func aLongListIsOpenAroundThePage() async throws {
        var files: [String: History.Change] = [:]
        var summary = ""
        for part in 0..<20 {
            summary += "* [p\(part)](p\(part)/Home.md)\n"
            files["p\(part)/Home.md"] = "h\n"
            for number in 0..<9 {
                summary += "  * [q\(number)](p\(part)/q\(number).md)\n"
                files["p\(part)/q\(number).md"] = "q\n"
            }
        }
        files["SUMMARY.md"] = .text(summary)
        let found = try await sidebars(files, beside: ["p3/q4", "p3/Home"])
        #expect(found[0].contains("p3(q0 q1 q2 q3 q4* q5 q6 q7 q8) p4 p5") && found[0].hasPrefix("p0 p1 p2 "))
        #expect(found[1].contains("p3*(q0 q1"))
    }
}
