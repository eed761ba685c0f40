import Git
import Testing

@Suite struct GitPathTests {
    private func texts(_ segments: [ArraySlice<UInt8>]) -> [String] { segments.map { String(decoding: $0, as: UTF8.self) } }

    @Test func partsOfAPath() {
        let path = GitPath("Guides/Getting Started.md")
        #expect(texts(path.segments) == ["Guides", "Getting Started.md"])
        #expect(String(decoding: path.name, as: UTF8.self) == "Getting Started.md")
        #expect(path.parent == GitPath("Guides"))
        #expect(path.parent.parent == .root)
        #expect(GitPath.root.isRoot)
        #expect(GitPath.root.segments.isEmpty)
        #expect(GitPath.root.parent == .root)
        #expect(GitPath.root.appending("A".utf8) == GitPath("A"))
        #expect(GitPath("A").appending("b c".utf8) == GitPath("A/b c"))
        #expect(GitPath(segments: ["A".utf8, "B".utf8]) == GitPath("A/B"))
        #expect(texts(GitPath("A//B").segments) == ["A", "", "B"])
    }

    @Test func insideAndBeside() {
        #expect(GitPath("A/B").isInside(GitPath("A")))
        #expect(GitPath("A").isInside(GitPath("A")))
        #expect(GitPath("A").isInside(.root))
        #expect(!GitPath("AB").isInside(GitPath("A")))
        #expect(!GitPath("A").isInside(GitPath("A/B")))
        #expect(GitPath("A/B/C").relative(to: GitPath("A")) == GitPath("B/C"))
        #expect(GitPath("A").relative(to: GitPath("A")) == .root)
        #expect(GitPath("AB").relative(to: GitPath("A")) == nil)
        #expect(GitPath("A/B").relative(to: .root) == GitPath("A/B"))
    }

    @Test func bytesCountAndNotCharacters() {
        let composed = GitPath("caf\u{E9}")
        let decomposed = GitPath("cafe\u{301}")
        #expect("caf\u{E9}" == "cafe\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(composed.bytes.count == 5 && decomposed.bytes.count == 6)
        // A combining mark after the slash would hide the slash from `Character`.
        #expect(GitPath("a/\u{301}b").segments.count == 2)
        #expect(GitPath("a/\u{301}b").isInside(GitPath("a")))
        #expect(GitPath("\r\n").bytes == [13, 10])
    }

    @Test func bytesThatAreNoText() {
        let path = GitPath(bytes: [0x41, 0xFF, 0x2F, 0xC3])
        #expect(path.segments.map { Array($0) } == [[0x41, 0xFF], [0xC3]])
        #expect(path.display == "A\u{FFFD}/\u{FFFD}")
        #expect(path.description == path.display)
        #expect(path != GitPath("A\u{FFFD}/\u{FFFD}"))
    }

    @Test func orderIsThatOfBytes() {
        let paths = ["b", "a", "a/b", "B", "ä", "a b", "a.md"].map { GitPath($0) }
        #expect(paths.sorted().map(\.display) == ["B", "a", "a b", "a.md", "a/b", "b", "ä"])
    }
}
