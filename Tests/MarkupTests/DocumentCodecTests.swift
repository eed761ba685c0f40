import Markup
import Testing

@Suite struct DocumentCodecTests {
    private let page = """
        ---
        title: T
        tags: [a, b]
        order: -5
        draft: yes
        book: {title: B, subtitle: S, lang: de, cover: c.png, licence: L, authors: [A, B], editor: E, identifier: "urn:x"}
        ---
        ## H

        [[A#b|C]] <a id="p"></a> [l](#lost) ![x](y.png "t") https://e.org ![[z|30x40]] $m$ <video src="https://e.org/v"></video>

        ```go
        x
        ```
        """

    @Test func roundTrip() throws {
        let original = try document(page)
        #expect(original.links.count == 5)
        #expect(try Document(decoding: original.encoded()) == original)
        #expect(try Document(decoding: Document().encoded()) == Document())
        let source = Document.source([0x3C, 0xFF])
        #expect(try Document(decoding: source.encoded()) == source && source.isSource)
    }

    @Test func problemsRoundTrip() throws {
        for problem in [FrontMatterProblem.notYAML(line: 3), .notKeys, .tooLarge, .tooComplex] {
            var document = Document()
            document.frontMatter.problem = problem
            #expect(try Document(decoding: document.encoded()).frontMatter.problem == problem)
        }
    }

    @Test func tornBytesAreRefused() throws {
        let bytes = try document(page).encoded()
        for count in 0..<bytes.count { #expect(throws: DecodingFailure.self) { try Document(decoding: Array(bytes[..<count])) } }
        #expect(throws: DecodingFailure.self) { try Document(decoding: bytes + [0]) }
        #expect(throws: DecodingFailure.self) { try Document(decoding: [0xFF] + bytes.dropFirst()) }
    }

    @Test func anyChangedByteIsSurvived() throws {
        let bytes = try document(page).encoded()
        for index in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = value
                _ = try? Document(decoding: changed)
            }
        }
    }
}
