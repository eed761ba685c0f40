import TestSupport
import Testing

@testable import Presentation

/// Every address of a wiki has a file of its own, under a name that stays.
struct StaticNamesTests {
    typealias Address = (path: [UInt8], kind: StaticNames.Kind)

    private func page(_ path: String) -> Address { (Array(path.utf8), .page) }
    private func folder(_ path: String) -> Address { (Array(path.utf8), .folder) }
    private func attachment(_ path: String) -> Address { (Array(path.utf8), .file) }

    private func files(_ addresses: [Address], reserved: [String] = []) -> [String] {
        let names = StaticNames(addresses, reserved: reserved)
        return addresses.map { names.file($0.path) ?? "" }
    }

    @Test func eachKindHasItsPlace() {
        let found = files([
            page("Guides/Setup"), folder("Guides"), folder(""), attachment("Guides/a.png"), attachment("x.html"), attachment("x.SVG"),
            attachment("feed.xml"), attachment("noEnding"), page("v1.2"),
        ])
        let expected = [
            "Guides/Setup.html", "Guides/index.html", "index.html", "Guides/a.png", "x.html.txt", "x.SVG", "feed.xml.txt", "noEnding",
            "v1.2.html",
        ]
        #expect(found == expected)
        #expect(StaticNames([page("A")]).file(Array("B".utf8)) == nil)
    }

    @Test func theSitesOwnFolderIsNobodyElses() {
        let found = files([page("-"), page("-/search"), attachment("-/assets/a.css"), page("a/-")])
        #expect(found.dropLast().allSatisfy { $0.hasPrefix("~2D") }, "\(found)")
        #expect(found.last == "a/-.html")
        #expect(files([page("404")], reserved: ["404.html"]) != ["404.html"])
    }

    @Test func namesThatDifferByCaseAloneAreTold() {
        let pairs = [
            ("Bread", "bread"), ("caf\u{E9}", "cafe\u{301}"), ("A/b", "a/B"), ("Straße", "STRAßE"), ("straße", "STRASSE"),
            ("strasse", "STRAẞE"), ("ΟΔΟΣ", "οδος"), ("\u{B5}", "\u{3BC}"), ("ﬁ", "fi"), ("ᾴ", "\u{3B1}\u{345}\u{301}"), ("\u{212A}", "k"),
        ]
        for pair in pairs {
            let found = files([page(pair.0), page(pair.1)])
            #expect(Set(found.map(FileNameCoding.folded)).count == 2, "\(found)")
            let first = pair.0.utf8.lexicographicallyPrecedes(pair.1.utf8) ? 0 : 1
            #expect(!found[first].contains("~"), "the first by its bytes has the plain name: \(found)")
            #expect(found[1 - first].contains("~"))
        }
    }

    @Test func aPageGivesWayToAFolderOfItsName() {
        let found = files([page("A"), attachment("A.html/x.png"), page("B"), page("b.html/C")])
        #expect(found[1] == "A.html/x.png" && found[3] == "b.html/C.html")
        #expect(found[0] != "A.html" && found[0].hasSuffix(".html"))
        #expect(found[2].lowercased() != "b.html" && found[2].hasSuffix(".html"), "by case alone it would be the same: \(found)")
    }

    @Test func theHomePageIsOpenedFirst() {
        for name in ["index", "INDEX"] {
            let found = files([page(name), folder("")])
            #expect(found[1] == "index.html" && found[0].lowercased() != "index.html", "\(found)")
        }
    }

    @Test func whatComesWithAPageIsNobodyElses() {
        let found = files([page("A"), page("a.md"), attachment("b.html.gz"), page("b"), attachment("c.tar.gz"), attachment("_headers")])
        #expect(Set(found.map(FileNameCoding.folded)).count == found.count)
        #expect(found[2].hasSuffix(".bin") && found[4] == "c.tar.gz" && found[5] == "_headers.txt", "\(found)")
    }

    @Test func longPathsHaveShortFiles() {
        let deep = (0..<300).map { "folder\($0)" }.joined(separator: "/")
        let found = files([page(deep), page(deep + "/x"), folder(deep + "/y"), attachment(deep + "/z.png")])
        #expect(Set(found).count == 4)
        #expect(found.allSatisfy { $0.utf8.count <= 900 })
    }

    @Test func aNameIsClaimedOnce() {
        var names = StaticNames([page("A")])
        #expect(names.claim(Array("a".utf8)) == nil, "a page has it, but for case")
        #expect(names.claim(Array("Old".utf8)) == "Old.html")
        #expect(names.claim(Array("OLD".utf8)) == nil)
        names.add(Array("A/README".utf8), sameAs: Array("A".utf8))
        #expect(names.file(Array("A/README".utf8)) == "A.html")
    }

    @Test func peopleAndTagsHaveStemsOfTheirOwn() {
        let names = ["Ann", "ann", "a/b", "a~2Fb", "..", "CON", "food", "Food", "é", "e\u{301}", ""]
        let stems = StaticNames.stems(of: names)
        // Texts that are one to Swift are one key there.
        #expect(stems.count == Set(names).count)
        #expect(Set(stems.values.map(FileNameCoding.folded)).count == stems.count)
        #expect(stems.values.allSatisfy { !$0.contains("/") && !$0.isEmpty && $0 != ".." }, "\(stems)")
        #expect(stems["Ann"] == "Ann" && stems["food"] != "food")
    }

    // MARK: Laws

    /// Paths of every odd kind, close enough to each other to clash.
    private func randomPath(_ random: inout SeededGenerator) -> [UInt8] {
        let parts: [[UInt8]] =
            [
                "a", "A", "é", "e\u{301}", "É", "con", "CON.x", "x.", "x ", "~", "%", "?", "-", "a.html", "A.HTML", "index", "404", "日本",
                "ß", "ẞ",
                "İ", "ﬁ", "..", "#",
            ].map { Array($0.utf8) } + [
                [0xFF], [0xC3], Array(repeating: 0x61, count: 200), Array("Ж".utf8) + Array(repeating: 0x41, count: 210),
            ]
        let segments = (0...random.below(3)).map { _ in
            (0...random.below(2)).flatMap { _ in parts[random.below(parts.count)] }
        }
        return Array(segments.joined(separator: [UInt8(ascii: "/")]))
    }

    private func randomAddresses(_ random: inout SeededGenerator) -> [Address] {
        var seen: Set<[UInt8]> = []
        return (0..<60).compactMap { _ in
            let path = randomPath(&random)
            guard seen.insert(path).inserted else { return nil }
            return (path, StaticNames.Kind(rawValue: random.below(3)) ?? .page)
        }
    }

    @Test(arguments: 0..<40) func distinctPathsHaveDistinctSafeFiles(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let addresses = randomAddresses(&random)
        let names = StaticNames(addresses)
        let files = try addresses.map { try #require(names.file($0.path)) }
        let folded = files.map(FileNameCoding.folded)
        #expect(Set(folded).count == addresses.count)
        let folders = Set(folded.flatMap(Self.foldersAbove))
        #expect(folders.isDisjoint(with: folded), "\(folders.intersection(folded)) would be file and folder")
        for file in files {
            #expect(!file.hasPrefix("-/") && !file.hasPrefix("/"))
            for segment in file.split(separator: "/", omittingEmptySubsequences: false) {
                #expect(!segment.isEmpty && segment.utf8.count + "~12345678.html.gz".utf8.count <= 255)
                #expect(segment.utf8.allSatisfy { $0 > 0x1F && !#"<>:"\|?*%#"#.utf8.contains($0) }, "\(file)")
                #expect(segment.utf8.last.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") } == true, "\(file)")
            }
        }
    }

    private static func foldersAbove(_ file: String) -> [String] {
        file.indices.filter { file[$0] == "/" }.map { String(file[..<$0]) }
    }

    @Test(arguments: 0..<20) func theOrderInWhichAddressesComeIsNoMatter(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let addresses = randomAddresses(&random)
        let (one, other) = (StaticNames(addresses), StaticNames(addresses.shuffled(using: &random)))
        for address in addresses { #expect(one.file(address.path) == other.file(address.path)) }
    }

    @Test(arguments: 0..<20) func aNameStaysWhenOthersCome(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let addresses = randomAddresses(&random)
        let others = (0..<40).map { page("Unrelated/\($0)/Page \(random.below(1000))-\($0)") }
        let (one, other) = (StaticNames(addresses), StaticNames(addresses + others))
        for address in addresses { #expect(one.file(address.path) == other.file(address.path)) }
    }
}
