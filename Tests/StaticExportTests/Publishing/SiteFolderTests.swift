import Glibc
import TestSupport
import Testing

@testable import StaticExport

/// Readers of the folder see the old site or the new one, whatever happens between.
struct SiteFolderTests {
    private let place: TemporaryFolder
    private var path: String { "\(place.path)/www/site" }

    init() throws { place = try TemporaryFolder() }

    /// Makes a site of these files as an export does.
    @discardableResult
    private func publish(_ files: [String: String], wiki: String = "w", in path: String? = nil) throws -> (written: Int, removed: Int) {
        let folder = try SiteFolder(path ?? self.path, of: wiki)
        let plan = try prepare(folder, files, wiki)
        let counts = folder.counts
        try folder.publish(plan)
        folder.settle()
        return counts
    }

    /// Everything before the new site takes the old one's place.
    private func prepare(_ folder: SiteFolder, _ files: [String: String], _ wiki: String = "w") throws -> SitePlan {
        let old = try folder.plan()
        try folder.begin(isNew: old == nil)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            try folder.write(ExportFile(path: path, bytes: Array(text.utf8)), isNew: old == nil)
        }
        try folder.write(
            ExportFile(path: SiteFolder.marker, bytes: Array("Stemma site 1\nwiki \(wiki)\ncommit x\n".utf8)), isNew: old == nil)
        for file in old?["all"]?.files ?? [] where files[file] == nil { try folder.remove(file) }
        var plan = SitePlan()
        plan.basis.commit = "x"
        plan.set("all", SitePlan.Unit(key: 1, note: "", files: files.keys.sorted()))
        return plan
    }

    /// What readers see: the files but for the mark of an export.
    private func shown() throws -> [String: String] {
        var files = try FileTree(path).files.mapValues { String(decoding: $0, as: UTF8.self) }
        files[SiteFolder.marker] = nil
        return files
    }

    private func write(_ text: String, to path: String) throws {
        try FileSystem.write(Array(text.utf8), to: path)
    }

    /// Where a site would lie in another one, and what is refused then.
    @Test func noSiteLiesInAnother() throws {
        try publish(["index.html": "1", "a/b.html": "2"])
        let before = try FileTree(place.path)
        let beside = "\(place.path)/www/.site.stemma"
        try #require(symlink(path, "\(place.path)/link") == 0 && symlink("\(path)/a", "\(place.path)/inner") == 0)
        let places = [
            "\(path)/x", "\(path)/x/", "\(path)/a", "\(path)/a/x/y/z", "\(path)/./x", "\(path)/a/../x", "\(place.path)/link/x/y",
            "\(place.path)/inner", "\(place.path)/inner/x", "\(beside)/x", "\(beside)/twin", "\(beside)/twin/a/x",
        ]
        for folder in places {
            let site = #expect(throws: ExportError.self, "\(folder)") { _ = try SiteFolder(folder, of: "w") }
            let versions = #expect(throws: ExportError.self, "\(folder)") { _ = try VersionShelf(folder, of: "w") }
            for case .insideSite(let path, let site)? in [site, versions] {
                #expect(path == folder && site.hasSuffix(folder.contains("/twin/") ? "/twin" : "/www/site"), "\(path) \(site)")
            }
            #expect(site.map { if case .insideSite = $0 { true } else { false } } == true, "\(folder)")
            #expect(site == versions)
        }
        #expect(try FileTree(place.path).files.filter { !["link", "inner"].contains($0.key) } == before.files, "nothing is made")
        #expect(access("\(path)/x", F_OK) != 0 && access("\(path)/a/x", F_OK) != 0)
        for folder in ["\(place.path)/www/site2", "\(place.path)/link", "\(path)/", "\(place.path)/www/.other.stemma/x"] {
            _ = try SiteFolder(folder, of: "w")
        }
    }

    @Test func aSiteLiesInNoFolderOfVersionsButAsOneOfThem() throws {
        let shelf = try VersionShelf(path, of: "w")
        try shelf.publish([], folders: ["v1"], files: [])
        _ = try SiteFolder(shelf.place("v1"), of: "w", work: shelf.work("v1"))
        #expect(throws: ExportError.self) { _ = try SiteFolder("\(path)/v2", of: "w") }
        #expect(throws: ExportError.self) { _ = try VersionShelf("\(path)/v2", of: "w") }
    }

    // MARK: One run after the other

    @Test func aRunWritesWhatIsNewAndRemovesWhatIsGone() throws {
        #expect(try publish(["index.html": "1", "a/b/c.html": "2", "a/d.html": "3"]) == (4, 0))
        let first = try FileTree(path)
        #expect(try publish(["index.html": "1", "a/d.html": "4", "e.html": "5"]) == (2, 1))
        #expect(try shown() == ["index.html": "1", "a/d.html": "4", "e.html": "5"])
        let second = try FileTree(path)
        #expect(second.written(since: first) == ["a/d.html", "e.html"], "what is the same is the file that it was")
        #expect(access("\(path)/a/b", F_OK) != 0, "no empty folder stays")
        #expect(try publish(["index.html": "1", "a/d.html": "4", "e.html": "5"]) == (0, 0))
        #expect(try FileTree(path).written(since: second) == [])
    }

    @Test func aFileAndAFolderChangePlaces() throws {
        try publish(["a": "file", "b/x": "inner", "b/y/z": "inner"])
        try publish(["a/x": "inner", "b": "file"])
        #expect(try shown() == ["a/x": "inner", "b": "file"])
        try publish(["a/x": "inner", "b": "file", "c": "more"])
        #expect(try shown() == ["a/x": "inner", "b": "file", "c": "more"], "the twin followed")
    }

    @Test func whoReadsTheOldSiteReadsOn() throws {
        try publish(["index.html": "old"])
        let file = try #require(fopen("\(path)/index.html", "r"))
        defer { fclose(file) }
        try publish(["index.html": "new"])
        var buffer = [UInt8](repeating: 0, count: 10)
        let count = fread(&buffer, 1, 10, file)
        #expect(String(decoding: buffer[..<count], as: UTF8.self) == "old")
        #expect(try shown() == ["index.html": "new"])
    }

    // MARK: What is refused

    @Test func aForeignFolderIsLeftAlone() throws {
        try write("mine", to: "\(path)/notes.txt")
        #expect(throws: ExportError.foreignFolder(path: path)) { try publish(["index.html": "x"]) }
        try write("Stemma sight\nwiki w\n", to: "\(path)/\(SiteFolder.marker)")
        #expect(throws: ExportError.foreignFolder(path: path)) { try publish(["index.html": "x"]) }
        #expect(try shown() == ["notes.txt": "mine"])
        #expect(access("\(place.path)/www/.site.stemma", F_OK) != 0, "nothing is left beside it")
    }

    @Test func aFileIsLeftAlone() throws {
        try write("mine", to: path)
        #expect(throws: ExportError.foreignFolder(path: path)) { try publish(["index.html": "x"]) }
        #expect(try FileSystem.read(path) == Array("mine".utf8))
        #expect(throws: ExportError.self) { try publish(["x": "y"], in: "\(path)/inside") }
        #expect(throws: ExportError.self) { try publish(["x": "y"], in: "/") }
    }

    @Test func anEmptyFolderIsTaken() throws {
        try FileSystem.makeFolders(path)
        try publish(["index.html": "x"])
        #expect(try shown() == ["index.html": "x"])
    }

    @Test func anotherWikisSiteIsLeftAlone() throws {
        try publish(["index.html": "x"])
        #expect(throws: ExportError.otherWiki(path: path)) { try publish(["index.html": "y"], wiki: "v") }
        #expect(try shown() == ["index.html": "x"])
    }

    @Test func aLinkIsWhereItLeads() throws {
        try publish(["index.html": "x"])
        let link = "\(place.path)/link"
        try #require(symlink(path, link) == 0)
        #expect(try publish(["index.html": "y"], in: "\(link)/") == (1, 0), "it is brought up to date, not made anew")
        #expect(try shown() == ["index.html": "y"])
    }

    @Test func oneRunKeepsOthersOut() throws {
        do {
            let first = try SiteFolder(path, of: "w")
            #expect(throws: ExportError.running(path: path)) { try SiteFolder(path, of: "w") }
            #expect(try first.plan() == nil)
        }
        try publish(["index.html": "x"])
    }

    @Test func aParentThatTakesNoFolderIsTold() throws {
        try write("x", to: "\(place.path)/file")
        for path in ["\(place.path)/file/site", "/proc/site"] {
            let error = #expect(throws: ExportError.self) { try publish(["index.html": "x"], in: path) }
            guard case .system = error else {
                Issue.record("\(path): \(String(describing: error))")
                continue
            }
        }
    }

    // MARK: What goes wrong midway

    @Test func aRunThatFailsLeavesTheOldSite() throws {
        try publish(["index.html": "old", "gone.html": "old"])
        let before = try FileTree(path)
        let unwritable = String(repeating: "x", count: 300)
        #expect(throws: ExportError.self) { try publish(["index.html": "new", unwritable: "x"]) }
        let after = try FileTree(path)
        #expect(after == before && after.written(since: before) == [])
        try publish(["index.html": "new"])
        #expect(try shown() == ["index.html": "new"])
    }

    @Test func aTwinThatARunLeftBehindIsThrownAway() throws {
        try publish(["index.html": "old", "a.html": "same"])
        do {
            // As if it were killed here: some files of the next site are there, some are gone.
            let folder = try SiteFolder(path, of: "w")
            _ = try prepare(folder, ["index.html": "half", "leftover.html": "x"])
        }
        #expect(try shown() == ["index.html": "old", "a.html": "same"])
        #expect(try publish(["index.html": "old", "a.html": "same"]) == (0, 0))
        try publish(["index.html": "new", "a.html": "same"])
        #expect(try shown() == ["index.html": "new", "a.html": "same"], "nothing of it comes to light later")
    }

    @Test func aRunKilledAfterTheExchangeIsWhole() throws {
        try publish(["index.html": "old"])
        do {
            let folder = try SiteFolder(path, of: "w")
            try folder.publish(try prepare(folder, ["index.html": "new", "b.html": "x"]))
            // Nothing brings the twin up to date any more.
        }
        #expect(try shown() == ["index.html": "new", "b.html": "x"])
        #expect(try publish(["index.html": "new", "b.html": "y"]) == (1, 0))
        #expect(try shown() == ["index.html": "new", "b.html": "y"])
    }

    @Test func aSiteWithoutItsMarkIsMadeAnew() throws {
        try publish(["index.html": "x"])
        for name in try FileSystem.names(in: path) ?? [] { try #require(unlink("\(path)/\(name)") == 0) }
        #expect(try publish(["index.html": "x"]) == (2, 0), "somebody emptied the folder")
        #expect(try shown() == ["index.html": "x"])
    }

    // MARK: What others do to it

    /// Whatever somebody puts into the site or takes away, the next run brings back what it was; and so do those after it.
    @Test(arguments: [false, true]) func whatOthersDidIsGone(isOther: Bool) throws {
        let files = ["index.html": "x", "H/A.html": "a", "H/B.html": "b", "deep/er/C.html": "c"]
        try publish(files)
        try publish(files)
        try #require(unlink("\(path)/H/A.html") == 0)
        try write("hand", to: "\(path)/H/hand.html")
        try write("hand", to: "\(path)/deep/er/more/hand.html")
        try write("hand", to: "\(path)/top.html")
        try FileSystem.makeFolders("\(path)/empty")
        for number in 1...4 {
            var next = files
            if isOther { next["index.html"] = "x\(number)" }
            try publish(next)
            #expect(try shown() == next, "run \(number)")
            #expect(access("\(path)/empty", F_OK) != 0)
        }
    }

    @Test func aTwinThatOthersTouchedIsMadeAgain() throws {
        let twin = "\(place.path)/www/.site.stemma/twin"
        try publish(["index.html": "1", "a/b.html": "2"])
        try write("hand", to: "\(twin)/a/hand.html")
        try publish(["index.html": "2", "a/b.html": "2"])
        #expect(try shown() == ["index.html": "2", "a/b.html": "2"])
        try write("hand", to: "\(twin)/a/hand.html")
        try write("hand", to: "\(path)/a/hand.html")
        #expect(try publish(["index.html": "2", "a/b.html": "2"]) == (3, 0), "neither can be trusted")
        #expect(try shown() == ["index.html": "2", "a/b.html": "2"])
    }

    @Test func whatALinkLeadsToIsLeftAlone() throws {
        let twin = "\(place.path)/www/.site.stemma/twin"
        try write("mine", to: "\(place.path)/mine/notes.txt")
        try publish(["index.html": "1"])
        try FileSystem.removeFolder(twin)
        try #require(symlink("\(place.path)/mine", twin) == 0)
        try publish(["index.html": "2"])
        #expect(try FileSystem.read("\(place.path)/mine/notes.txt") == Array("mine".utf8))
        #expect(try shown() == ["index.html": "2"] && FileTree("\(place.path)/mine").files.count == 1)
    }

    @Test func aPlanOfAnotherFolderIsNone() throws {
        try publish(["index.html": "x"])
        try FileSystem.removeFolder(path)
        #expect(try SiteFolder(path, of: "w").plan() == nil)
        #expect(try publish(["index.html": "y"]) == (2, 0))
        #expect(try shown() == ["index.html": "y"])
    }
}
