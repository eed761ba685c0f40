import Git
import TestSupport
import Testing
import WikiCore

/// Files of settings are edited by the same path as pages, and never merged.
@Suite struct ConfigureTests {
    private let access = SettingsFile.access

    private func configure(_ wiki: Wiki, _ text: String, base: ObjectID?, file: GitPath? = nil) async throws -> EditOutcome {
        try await wiki.submit(.configure(file: file ?? access, text: Array(text.utf8), base: base), "Rules", editor: .wiki)
    }

    @Test func theAccessFileIsWrittenAndChanged() async throws {
        let history = try History()
        try history.commitToMain(["docs/Home.md": "h\n"])
        try await withWiki(history.data, { $0.pages.root = "docs" }) { wiki in
            let first = try await configure(wiki, "rules:\r\n", base: nil).saved()
            #expect(first.isNew && first.path == access)
            #expect(try history.text(".stemma/access.yaml") == "rules:\n")
            #expect(try await configure(wiki, "rules:\r\n", base: first.revision).isUnchanged)
            let second = try await configure(wiki, "rules: []\r\n", base: first.revision).saved()
            #expect(!second.isNew)
            #expect(try history.git("diff-tree", "-r", "--name-only", first.revision.hex, "main") == ".stemma/access.yaml")
        }
        #expect(try history.text(".stemma/access.yaml") == "rules: []\n")
        try history.git.check()
        try await expectRebuildIsSame(history.data) { $0.pages.root = "docs" }
    }

    @Test func whatChangedSinceIsAConflict() async throws {
        let history = try History()
        let base = try history.commitToMain([".stemma/access.yaml": "a: 1\n\nb: 1\n"])
        let tip = try history.commitToMain([".stemma/access.yaml": "a: 2\n\nb: 1\n"])
        try await withWiki(history.data) { wiki in
            let conflict = try await configure(wiki, "a: 1\n\nb: 2\n", base: base).conflict()
            #expect(conflict.path == access && conflict.revision == tip)
            #expect(conflict.base == Array("a: 1\n\nb: 1\n".utf8) && conflict.theirs == Array("a: 2\n\nb: 1\n".utf8))
            let blind = try await configure(wiki, "c: 1\n", base: nil).conflict()
            #expect(blind.base == nil)
            _ = try await configure(wiki, "a: 2\n\nb: 2\n", base: conflict.revision).saved()
            try history.commitToMain([".stemma/access.yaml": .gone])
            let gone = try await configure(wiki, "d: 1\n", base: tip).conflict()
            #expect(gone.theirs == nil && gone.revision == nil)
            _ = try await configure(wiki, "d: 1\n", base: gone.revision).saved()
            await #expect(throws: WikiError.unknownRevision(ObjectID.zero.hex)) { try await configure(wiki, "e: 1\n", base: .zero) }
        }
    }

    @Test func nothingElseIsWritten() async throws {
        let history = try History()
        let base = try history.commitToMain(["Home.md": "h\n"])
        let policy = PathGuard()
        try await withWiki(history.data, policy: policy, { $0.limits.attachment = 1 << 10 }) { wiki in
            let names = [
                "Home.md", ".stemma/other.yaml", ".stemma", ".gitattributes", "", ".stemma/access.yaml/x", "docs/.stemma/access.yaml",
            ]
            for name in names {
                await #expect(throws: WikiError.badName(.leadingCharacter("."))) {
                    try await configure(wiki, "x\n", base: base, file: GitPath(name))
                }
            }
            await #expect(throws: WikiError.invalidRules(line: 1, reason: "no")) { try await configure(wiki, "!", base: nil) }
            await #expect(throws: WikiError.tooLarge(limit: 1 << 10)) {
                try await configure(wiki, String(repeating: "x", count: 2000), base: nil)
            }
            for path in [".stemma/access", ".stemma/access.yaml"] {
                await #expect(throws: WikiError.self) { try await wiki.save(path, "x\n", base: nil) }
                await #expect(throws: WikiError.self) {
                    try await wiki.submit(.attach(path: GitPath(path), bytes: [1], replaces: true))
                }
                await #expect(throws: WikiError.notFound) { try await wiki.submit(.delete(path: GitPath(path), base: nil)) }
            }
        }
        #expect(try history.main() == base)
    }

    @Test func aFileInTheFoldersPlaceIsLeftAlone() async throws {
        let history = try History()
        try history.commitToMain([".stemma": "a file\n"])
        _ = try await withWiki(history.data) { wiki in
            await #expect(throws: WikiError.exists(SettingsFile.folder)) { try await configure(wiki, "x\n", base: nil) }
        }
        #expect(try history.text(".stemma") == "a file\n")
    }
}
