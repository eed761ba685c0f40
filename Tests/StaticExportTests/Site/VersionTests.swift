import Glibc
import Presentation
import TestSupport
import Testing

@testable import StaticExport

/// Versions of a site stand side by side: all of a run are published, or none.
struct VersionTests {
    /// A version is some of the pages here, told by a pattern.
    private static let files = [
        "Home.md": "# Home\n\n[[A]]\n", "A.md": "# A\n", "A/One.md": "one\n", "B.md": "# B\n\n[[A]] [[Home]]\n", "Lost.md": "[[Nobody]]\n",
    ]
    private static let patterns = ["v1": "A/**", "v2": "B", "v3": "**", "v 4": "Home"]

    /// Makes versions; the last one is the newest.
    /// - Parameters:
    ///   - pattern: that of the newest, if it is another than usual.
    ///   - prepared: is called when all are made, before any is published.
    private func publish(
        _ names: [String], of site: SiteWiki, strict: Bool = false, baseURL: String? = "https://example.org/", pattern: String? = nil,
        prepared: (_ shelf: VersionShelf) throws -> Void = { _ in }
    ) async throws {
        let folders = StaticNames.stems(of: names)
        var makers = try names.map { name in
            try site.maker(
                SiteWiki.options { options in
                    let fitting = (name == names.last ? pattern : nil) ?? Self.patterns[name]
                    options.pages = fitting.map { PathPattern($0) }
                    options.isStrict = strict
                    options.baseURL = baseURL.map { "\($0)\(folders[name] ?? "")/" }
                })
        }
        var versions: [SiteVersions.Version] = []
        for (name, maker) in zip(names, makers) {
            versions.append(SiteVersions.Version(name: name, folder: folders[name] ?? name, names: try await maker.names()))
        }
        for index in makers.indices {
            makers[index].versions = SiteVersions(versions, current: index, newest: names.count - 1, baseURL: baseURL)
        }
        let newest = try #require(makers.last)
        let shelf = try await VersionShelf(site.folder("site"), of: newest.identity())
        do {
            var sites: [PreparedSite] = []
            for maker in makers { sites.append(try await maker.prepare(in: shelf)) }
            try prepared(shelf)
            try newest.publish(sites, in: shelf)
        } catch {
            shelf.abandon()
            throw error
        }
    }

    @Test func eachLeadsToTheOthers() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await publish(["v1", "v2"], of: site)
            let first = try site.tree()
            #expect(first.text("index.html").contains("url=v2/index.html"))
            #expect(first.text("v1/A/One.html").contains("../../v2/index.html") && first.files["v2/B.html"] != nil)
            #expect(SiteLinks(first).brokenFiles == [])
            try await publish(["v1", "v 4", "v3"], of: site)
            let second = try site.tree()
            #expect(second.text("index.html").contains("url=v3/index.html") && second.text("v1/A/One.html").contains("../../v3/A/One.html"))
            #expect(second.text("v1/A/One.html").contains("rel=\"canonical\" href=\"https://example.org/v3/A/One.html\""))
            #expect(SiteLinks(second).brokenFiles == [] && !second.files.keys.contains { $0.hasPrefix("v2/") })
            #expect(
                try FileSystem.names(in: "\(site.place.path)/.site.stemma") == ["v 4", "v1", "v3"], "nothing is kept for one that is gone")
            try await publish(["v1", "v 4", "v3"], of: site)
            let third = try site.tree()
            #expect(third == second && third.written(since: second) == [])
        }
    }

    /// A page that goes from one version is not led to by the others, though they are as they were.
    @Test func aVersionFollowsTheOthers() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await publish(["v1", "v3"], of: site)
            #expect(try site.tree().text("v1/A/One.html").contains("../../v3/A/One.html"))
            try await publish(["v1", "v3"], of: site, pattern: "B")
            let tree = try site.tree()
            #expect(!tree.text("v1/A/One.html").contains("v3/A/One.html") && SiteLinks(tree).brokenFiles == [])
        }
    }

    /// Hosts and crawlers look at the root alone.
    @Test(arguments: [nil, "https://example.org/docs/"]) func hostsFindWhatTheyLookFor(baseURL: String?) async throws {
        try await SiteWiki.with(Self.files) { site in
            try await publish(["v1", "v3"], of: site, baseURL: baseURL)
            let tree = try site.tree()
            let base = baseURL == nil ? "" : "/docs"
            #expect(tree.text("404.html").contains("href=\"\(base)/v3/-/assets/"))
            let robots = tree.text("robots.txt")
            for version in ["v1", "v3"] { #expect(robots.contains("Disallow: \(base)/\(version)/-/history/\n")) }
            #expect(robots.contains("Sitemap: https://example.org/docs/v3/sitemap.xml") == (baseURL != nil))
        }
        try await SiteWiki.with(["Home.md": "h\n", "robots.txt": "mine\n"]) { site in
            try await publish(["main"], of: site)
            #expect(try site.tree().text("robots.txt") == "mine\n")
        }
    }

    // MARK: What goes wrong

    /// Runs what fails, and expects every byte, every file and every time as before.
    private func expectNothing(of site: SiteWiki, after run: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        let before = try site.tree()
        await #expect(throws: ExportError.self, sourceLocation: sourceLocation) { try await run() }
        let after = try site.tree()
        #expect(after == before, "\(after.difference(from: before))", sourceLocation: sourceLocation)
        #expect(after.written(since: before).filter { !$0.hasPrefix(".stemma") } == [], sourceLocation: sourceLocation)
    }

    @Test func oneThatFailsKeepsAllBack() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await publish(["v1", "v2"], of: site)
            try await expectNothing(of: site) { try await publish(["v1", "v3"], of: site, strict: true) }
            try await publish(["v1", "v3"], of: site)
            #expect(try SiteLinks(site.tree()).brokenFiles == [])
        }
    }

    /// Whether this process may mount a folder, which then can't change places with another one.
    private static let mayMount: Bool = {
        guard geteuid() == 0, let folder = try? TemporaryFolder(), hold(folder.path) else { return false }
        umount2(folder.path, Int32(MNT_DETACH))
        return true
    }()

    private static func hold(_ path: String) -> Bool { mount(path, path, nil, UInt(MS_BIND), nil) == 0 }

    @Test(.enabled("only root may hold a folder in its place") { mayMount })
    func oneThatIsRefusedItsPlaceTakesTheOthersBack() async throws {
        var files = Self.files
        try await SiteWiki.with(files) { site in
            try await publish(["v1", "v3", "v2"], of: site)
            files["A/One.md"] = "other\n"
            files["B.md"] = "other\n"
            try await site.commit(files)
            for held in ["v1", "v3", "v2"] {
                let place = site.folder("site/\(held)")
                try #require(Self.hold(place))
                defer { umount2(place, Int32(MNT_DETACH)) }
                try await expectNothing(of: site) { try await publish(["v1", "v 4", "v3", "v2"], of: site) }
                #expect(access(site.folder("site/v 4"), F_OK) != 0)
            }
            try await publish(["v1", "v 4", "v3", "v2"], of: site)
            let tree = try site.tree()
            #expect(SiteLinks(tree).brokenFiles == [] && tree.text("v2/B.html").contains("other"))
        }
    }

    @Test func oneThatIsLostKeepsAllBack() async throws {
        try await SiteWiki.with(Self.files) { site in
            try await publish(["v1", "v2"], of: site)
            for lost in ["v1", "v 4", "v3"] {
                try await expectNothing(of: site) {
                    try await publish(["v1", "v 4", "v3"], of: site) { shelf in
                        // What was made is lost before it comes to its place.
                        try FileSystem.removeFolder("\(shelf.work(lost))/twin")
                    }
                }
            }
            try await publish(["v1", "v 4", "v3"], of: site)
            #expect(try SiteLinks(site.tree()).brokenFiles == [])
        }
    }

    @Test func aFirstRunThatFailsLeavesNothing() async throws {
        try await SiteWiki.with(Self.files) { site in
            await #expect(throws: ExportError.self) { try await publish(["v1", "v3"], of: site, strict: true) }
            #expect(access(site.folder("site"), F_OK) != 0)
        }
    }
}
