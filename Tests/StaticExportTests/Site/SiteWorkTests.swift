import Dispatch
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import StaticExport

/// A run makes and writes what changed, and nothing else.
struct SiteWorkTests {
    /// Twenty pages in two folders, of which some link to each other.
    private static var files: [String: String] {
        var files = ["Home.md": "# Home\n\n[[One/Page 1]]\n", "a.png": "x"]
        for number in 1...20 { files["\(number < 11 ? "One" : "Two")/Page \(number).md"] = "# Page \(number)\n\nWords of \(number).\n" }
        files["One/Page 2.md"] = "# Page 2\n\nSee [[Later]].\n"
        return files
    }

    @Test func nothingChangedMakesNothing() async throws {
        try await SiteWiki.with(Self.files) { site in
            let first = try await site.export()
            #expect(first.isChanged && first.made > 30 && first.pages == 21)
            let before = try site.tree()
            let second = try await site.export()
            #expect((second.made, second.written, second.removed, second.isChanged) == (0, 0, 0, false))
            #expect((second.pages, second.commit) == (first.pages, first.commit))
            #expect(try site.tree().written(since: before) == [])
        }
    }

    @Test func anEditOfOneTextMakesThatPageAndTheLists() async throws {
        var files = Self.files
        try await SiteWiki.with(files) { site in
            try await site.export()
            let before = try site.tree()
            files["Two/Page 15.md", default: ""] += "One word more.\n"
            try await site.commit(files)
            let report = try await site.export()
            let after = try site.tree()
            let changed = after.changed(from: before)
            #expect(after.written(since: before) == changed && report.written == changed.count, "what is the same stays the file it was")
            #expect(report.made < 12 && report.removed == 0, "\(report)")
            let pages = changed.filter { !$0.hasPrefix("-/") && $0.hasSuffix(".html") }
            #expect(pages == ["Two/Page 15.html"], "\(changed)")
            #expect(changed.contains("Two/Page 15.md") && !changed.contains("-/pages.html") && !changed.contains("a.png"))
            #expect(changed.contains { $0.hasPrefix("-/search/s-") })
        }
    }

    @Test func aPageThatComesMakesThoseThatLinkToIt() async throws {
        var files = Self.files
        // A sidebar that somebody wrote, so that no list of pages stands beside each of them.
        files["_Sidebar.md"] = "[[Home]]\n"
        try await SiteWiki.with(files) { site in
            #expect(try await site.export().broken.map(\.target) == ["Later"])
            let before = try site.tree()
            files["Two/Later.md"] = "# Later\n"
            try await site.commit(files)
            #expect(try await site.export().broken == [])
            let after = try site.tree()
            let pages = Set(after.changed(from: before).filter { !$0.hasPrefix("-/") && $0.hasSuffix(".html") })
            #expect(pages.isSuperset(of: ["One/Page 2.html", "Two/Later.html", "Two/index.html"]))
            #expect(pages.isDisjoint(with: ["One/Page 1.html", "One/Page 5.html", "index.html", "Two/Page 19.html"]), "\(pages)")
            files["Two/Later.md"] = nil
            try await site.commit(files)
            let report = try await site.export()
            #expect(report.broken.map(\.target) == ["Later"] && report.removed >= 2)
            #expect(try site.tree().files["Two/Later.html"] == nil)
        }
    }

    @Test func anotherThemeOrProgramMakesAll() async throws {
        try await SiteWiki.with(Self.files) { site in
            let first = try await site.export()
            let before = try site.tree()
            let same = try await site.export("site", program: "2")
            #expect(same.made == first.made && same.written == 0 && !same.isChanged, "all is made, and none of it is other than before")
            #expect(try site.tree().written(since: before) == [])
            let theme = "\(site.place.path)/theme"
            try FileSystem.write(Array("name: Plain\n".utf8), to: "\(theme)/theme.yaml")
            let layout = try #require(try FileSystem.read("\(SiteWiki.root)/Themes/stemma/templates/layout.mustache"))
            let other = String(decoding: layout, as: UTF8.self).replacing("<main", with: "<main data-plain")
            try FileSystem.write(Array(other.utf8), to: "\(theme)/templates/layout.mustache")
            let themed = try await site.export("site", theme: theme)
            #expect(themed.made >= first.made && themed.isChanged)
            let pages = try site.tree()
            #expect(pages.text("One/Page 7.html").contains("data-plain") && pages.text("404.html").contains("data-plain"))
            try await site.export("anew", theme: theme)
            let anew = try site.tree("anew")
            #expect(pages == anew, "\(pages.difference(from: anew))")
        }
    }

    @Test func otherOptionsAreFollowed() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await site.export("site", SiteWiki.options(.full) { $0.compresses = true })
            try await site.export("site", SiteWiki.options(.none) { $0.language = "de" })
            try await site.export("anew", SiteWiki.options(.none) { $0.language = "de" })
            let (one, other) = (try site.tree(), try site.tree("anew"))
            #expect(one == other, "\(one.difference(from: other))")
            #expect(one.text("index.html").contains("lang=\"de\""))
        }
    }

    @Test func aSiteThatSomebodyEmptiedIsMadeAgain() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await site.export()
            let before = try site.tree()
            try FileSystem.removeFolder(site.folder("site"))
            try await site.export()
            #expect(try site.tree() == before)
        }
    }

    /// Nothing of the wiki changed, but somebody was in the folder.
    @Test func whatOthersPutIntoTheSiteIsGone() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await site.export()
            let before = try site.tree()
            try FileSystem.write(Array("hand".utf8), to: site.folder("site/One/hand.html"))
            try #require(unlink(site.folder("site/One/Page 1.html")) == 0)
            let report = try await site.export()
            #expect(report.isChanged && report.made == 0)
            #expect(try site.tree() == before)
            #expect(try await !site.export().isChanged)
        }
    }

    @Test func progressIsToldToItsEnd() async throws {
        try await SiteWiki.with(Self.files) { site in
            let told = Mutex<[(done: Int, total: Int)]>([])
            try await site.export { done, total in told.withLock { $0.append((done, total)) } }
            let (steps, totals) = told.withLock { ($0.map(\.done).sorted(), Set($0.map(\.total))) }
            #expect(totals == [steps.count] && steps == Array(1...steps.count))
            #expect(steps.count > 30)
        }
    }

    @Test func aRunThatIsEndedLeavesTheOldSite() async throws {
        var files = Self.files
        try await SiteWiki.with(files) { site in
            try await site.export()
            let before = try site.tree()
            files["Home.md"] = "# Other\n"
            try await site.commit(files)
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            let isEnded = DispatchSemaphore(value: 0)
            // It waits at its first step until it is told to end.
            let run = Task {
                try await site.export(threads: 1) { done, _ in
                    guard done == 1 else { return }
                    begin.yield()
                    isEnded.wait()
                }
            }
            for await _ in begun { break }
            run.cancel()
            isEnded.signal()
            await #expect(throws: ExportError.cancelled) { try await run.value }
            #expect(try site.tree() == before)
            try await site.export()
            #expect(try site.tree().text("index.html").contains("Other"))
        }
    }

    @Test func anEmptyWikiHasNoSite() async throws {
        try await SiteWiki.withNothing { site in
            await #expect(throws: ExportError.nothingToExport) { try await site.export() }
            #expect(access(site.folder("site"), F_OK) != 0)
        }
    }
}
