import Testing

@testable import Presentation

/// Every kind of file of a static site has a name of its own for each page, folder and file: also where case and the form of accents
/// tell nothing, and where a folder can't be called like a file.
struct StaticFilesTests {
    private static let pages = [
        "FOO", "foo", "Foo/Bar", "foo/bar", "FOO/bar", "caf\u{E9}", "cafe\u{301}", "caf\u{E9}/x", "cafe\u{301}/X", "a", "A", "a.xml/b",
        "a.html/b", "A.MD/b", "a.html.gz/b", "a.xml.gz/b", "a~1", "con", "CON", "-", "x/-", "é", "E\u{301}", "a.b", "A.B/c",
    ]
    private static let outsiders = ["art/P.png", "art/p.png", "ART/p.png", "art/p.png/q.png", "art/é.svg", "art/e\u{301}.svg", "x.svgz"]

    private static let site: StaticSite = {
        let folders = Set(pages.flatMap { Self.folders(above: $0) }.map { Array($0.utf8) })
        let addresses: [(path: [UInt8], kind: StaticNames.Kind)] =
            pages.map { (Array($0.utf8), .page) }
            + folders.filter { folder in !pages.contains { $0.utf8.elementsEqual(folder) } }
            .map { ($0, .folder) }
        let names = StaticNames(addresses)
        var changes = PageChanges()
        for page in pages { names.file(Array(page.utf8)).map { changes.add(["a1b2a1b2a1b2"], to: $0) } }
        return StaticSite(
            names: names, pages: Set(pages.map { Array($0.utf8) }),
            past: .all(commits: ["a1b2a1b2a1b2"], changes), tags: [:], people: [:], folders: Array(folders),
            outsiders: StaticNames(outsiders.map { (Array($0.utf8), .file) }), live: nil)
    }()

    private static func folders(above path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    /// The files of every kind, as the site's addresses give them.
    private static var files: [String] {
        addresses.map { String(decoding: PercentCoding.decode($0.utf8) ?? [], as: UTF8.self) }
    }

    private static var addresses: [String] {
        let urls = SiteURL(in: site, root: "", at: nil)
        let commit = String(repeating: "a1b2", count: 10)
        var age = AuthorsChoice()
        age.isByAge = true
        var (second, secondByAge) = (AuthorsChoice(), age)
        (second.part, secondByAge.part) = (2, 2)
        let folders = Set(pages.flatMap { Self.folders(above: $0) }.map { Array($0.utf8) })
        let ofPages = pages.map { Array($0.utf8) }.flatMap { page in
            [
                urls.page(page), urls.markdown(page), urls.history(page), urls.history(page, after: "1"), urls.authors(page),
                urls.authors(page, age), urls.authors(page, second), urls.authors(page, secondByAge), urls.diff(page, to: commit),
                urls.feedHistory(page),
            ]
        }
        let ofFolders = folders.flatMap { folder in
            [urls.pages(folder), urls.pages(folder, letter: "A"), urls.pages(folder, letter: "#")]
        }
        return ofPages + ofFolders + outsiders.map { urls.outside(Array($0.utf8)) }
            + [urls.pages(), urls.pages(letter: "A"), urls.people(), urls.recent(), urls.feedRecent]
    }

    @Test func noTwoAreOneFileToAnySystem() {
        let files = Self.files
        #expect(files.count > 250 && files.allSatisfy { !$0.isEmpty })
        var seen: [[UInt8]: String] = [:]
        for file in files {
            let key = Array(FileNameCoding.folded(file).utf8)
            #expect(seen[key] == nil, "\(file) and \(seen[key] ?? "")")
            seen[key] = file
        }
    }

    @Test func noneIsAFolderOfOthers() {
        let files = Self.files.map(FileNameCoding.folded)
        let folders = Set(files.flatMap { Self.folders(above: $0) })
        // Files that are compressed ahead stand beside their own.
        for file in files { #expect(!folders.contains(file) && !folders.contains("\(file).gz"), "\(file)") }
    }

    @Test func aPageGivesWayToAFolderThatIsCalledLikeItsFiles() {
        let cases = ["a.html": "a", "A.MD": "A", "a.xml.gz": "a", "a.gz": nil, "html": nil, ".html": nil, "a.txt": nil]
        for (folder, page) in cases {
            #expect(StaticNames.pageGivingWay(to: Array(folder.utf8)) == page.map { Array($0.utf8) }, "\(folder)")
        }
    }
}
