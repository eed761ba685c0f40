import Testing
import WikiCore

@testable import StaticExport

/// Pages, folders and files whose names are one to some file systems, and one to Swift's strings.
struct TwinNameTests {
    private static let nfc = "caf\u{E9}"
    private static let nfd = "cafe\u{301}"

    private static let files = [
        "docs/Home.md": "# Home\n\n[[foo]] [x](/Foo/Bar) [y](/foo/bar) [z](/a) ![p](../art/Pic.png) ![q](../art/pic.png) [[Guides/One]]\n",
        "docs/foo.md": "Little foo. [[FOO]]\n", "docs/Foo/Bar.md": "Large bar.\n", "docs/foo/bar.md": "Little bar.\n",
        "docs/\(nfd)/Two.md": "Long accent.\n", "docs/\(nfd).md": "Long accent's folder.\n", "docs/Guides/One.md": "One.\n",
        "docs/a.md": "---\ntags: [Tree, tree, C#]\n---\nA page.\n", "art/Pic.png": "large", "art/pic.png": "little", "docs/data.txt": "d",
        "docs/_Sidebar.md": "[[Home]]\n", "docs/Side.md": "[z](/a)\n",
    ]
    private static let twins: KeyValuePairs = [
        "docs/FOO.md": "Large foo.\n", "docs/FOO/Bar.md": "Largest bar.\n", "docs/\(nfc)/Two.md": "Short accent.\n",
        "docs/\(nfc).md": "Short accent's folder.\n", "docs/guides/one.md": "Another one.\n", "docs/a.xml/b.md": "In a feed's place.\n",
        "docs/A.html/b.md": "In a page's place.\n", "docs/ROBOTS.TXT": "mine\n", "art/PIC.png": "largest", "docs/GUIDES/x.txt": "x",
    ]

    /// What is wrong with a site on a file system that tells no case.
    private static func check(_ tree: FileTree, sourceLocation: SourceLocation = #_sourceLocation) {
        var seen: [[UInt8]: String] = [:]
        for file in tree.files.keys {
            let other = seen.updateValue(file, forKey: Array(StaticNamesKey.of(file).utf8))
            #expect(other == nil, "\(file) and \(other ?? "")", sourceLocation: sourceLocation)
        }
        for file in tree.files.keys {
            for slash in file.indices.filter({ file[$0] == "/" }) {
                let folder = StaticNamesKey.of(String(file[..<slash]))
                #expect(seen[Array(folder.utf8)] == nil, "\(folder) is a file and a folder", sourceLocation: sourceLocation)
            }
        }
        #expect(SiteLinks(tree).broken == [], sourceLocation: sourceLocation)
    }

    @Test(arguments: HistoryDepth.allCases) func eachHasItsFiles(history: HistoryDepth) async throws {
        let options = SiteWiki.options(history) { $0.compresses = true }
        try await SiteWiki.with(Self.files, settings: { $0.pages.root = "docs" }) { site in
            try await site.export("followed", options)
            Self.check(try site.tree("followed"))
            for (number, twins) in [Self.twins.map { ($0.key, $0.value) }, []].enumerated() {
                try await site.commit(Self.files, twins: twins)
                let report = try await site.export("followed", options)
                try await site.export("anew-\(number)", options)
                let (one, other) = (try site.tree("followed"), try site.tree("anew-\(number)"))
                #expect(one == other, "step \(number):\n\(one.difference(from: other))")
                Self.check(one)
                guard number == 0 else { continue }
                #expect(report.pages == 16)
                for words in ["Large foo.", "Little foo.", "Large bar.", "Largest bar.", "Little bar.", "Long accent.", "Short accent."] {
                    let pages = one.paths(holding: words).filter { !$0.hasPrefix("-/") && $0.hasSuffix(".html") }
                    #expect(pages.count == 1, "\(words) \(pages)")
                }
                for bytes in ["large", "little", "largest"] {
                    #expect(one.files.filter { $0.value.elementsEqual(bytes.utf8) }.count == (bytes == "largest" ? 0 : 1), "\(bytes)")
                }
            }
        }
    }
}

/// How names are compared by a file system that knows neither case nor forms of accents, told without the product's own rule.
private enum StaticNamesKey {
    static func of(_ path: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in path.unicodeScalars {
            switch scalar {
            case "\u{E9}", "\u{C9}": key.append(contentsOf: "e\u{301}".unicodeScalars)
            default: key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(key)
    }
}
