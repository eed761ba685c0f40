import Git
import TestSupport
import Testing
import WikiCore

/// Pages, files and folders share one namespace: a new name is no other's twin.
@Suite struct NewNameTests {
    private let files: [String: History.Change] = [
        "Home.md": "h\n", "Guides/Bread.md": "b\n", "Pictures/One.png": "1", "logo.png": "l", "drawing.svg.md": "a page of that name\n",
        "beside.md": "p\n", "Same.md": "s\n", "same.md": "t\n", "Twin/A.md": "a\n", "twin/B.md": "b\n",
    ]

    /// What each new page or file is refused as; nil where it is taken.
    private func refusals(_ names: [String], attach: Bool = false) async throws -> [WikiError?] {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data) { wiki in
            var result: [WikiError?] = []
            for name in names {
                let path = GitPath(name)
                let bytes = Array("words\n".utf8)
                do {
                    let action: Edit.Action =
                        attach ? .attach(path: path, bytes: bytes, replaces: false) : .save(path: path, text: bytes, base: nil)
                    _ = try await wiki.submit(action).saved()
                    result.append(nil)
                } catch let error as WikiError {
                    result.append(error)
                }
            }
            return result
        }
    }

    private func alike(_ path: String) -> WikiError { .badName(.tooAlike(GitPath(path))) }

    @Test func pages() async throws {
        let found = try await refusals([
            "home", "logo.png", "LOGO.png", "guides/Bread", "guides/Rye", "GUIDES/Deep/Rye", "pictures/Two", "Guides", "pictures",
            "Pictures",
            "Beside/Inside", "beside/Inside", "Guides/Rye", "guides", "drawing.SVG/Below", "Twin/C", "twin/D", "TWIN/E",
        ])
        #expect(
            found == [
                alike("Home"), .exists(GitPath("logo.png")), alike("logo.png"), alike("Guides/Bread"), alike("Guides"), alike("Guides"),
                alike("Pictures"), nil, alike("Pictures"), nil, alike("beside"), nil, nil, alike("Guides"), alike("drawing.svg"), nil, nil,
                alike("Twin"),
            ])
    }

    @Test func attachments() async throws {
        let found = try await refusals(
            [
                "drawing.svg", "Drawing.svg", "Logo.png", "guides/one.png", "Pictures/Two.png", "pictures/Three.png", "home", "beside",
                "guides",
            ],
            attach: true)
        #expect(
            found == [
                .exists(GitPath("drawing.svg")), alike("drawing.svg"), alike("logo.png"), alike("Guides"), nil, alike("Pictures"),
                alike("Home"), .exists(GitPath("beside")), alike("Guides"),
            ])
    }

    @Test func editsOfOneBatch() async throws {
        let history = try History()
        try history.commitToMain(files)
        try await withWiki(history.data) { wiki in
            let names = ["new/One", "New/Two", "Solo", "solo/Three", "new/One"].map { GitPath($0) }
            let results = await withTaskGroup(of: Bool.self) { group in
                for name in names {
                    group.addTask {
                        if case .saved? = try? await wiki.submit(.save(path: name, text: [0x61], base: nil)) { true } else { false }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            // Of each pair of twins one, whichever came first, and of the same page one.
            #expect(results == 2)
        }
    }

    @Test func aMissingPageIsOfferedInTheFolderThatIsThere() async throws {
        let history = try History()
        try history.commitToMain(files)
        try await withWiki(history.data) { wiki in
            let paths = try await wiki.read { snapshot in
                try ["guides/New", "Guides/New", "guides/Deep/New", "None/New", "twin/New", "New"].map {
                    try snapshot.lookup.newPath(GitPath($0)).display
                }
            }
            #expect(paths == ["Guides/New", "Guides/New", "Guides/Deep/New", "None/New", "twin/New", "New"])
        }
    }

    @Test func belowARoot() async throws {
        let history = try History()
        try history.commitToMain(["docs/pic.png": "p", "docs/Home.md": "h\n", "pic.jpg": "outside"])
        try await withWiki(history.data, { $0.pages.root = "docs" }) { wiki in
            func attach(_ name: String) -> Edit.Action { .attach(path: GitPath(name), bytes: [1], replaces: false) }
            await #expect(throws: alike("pic.png")) { try await wiki.submit(attach("PIC.png")) }
            _ = try await wiki.submit(attach("pic.jpg")).saved()
        }
    }
}
