import Git
import TestSupport
import Testing

@testable import StaticExport

/// What a document says is found under its words, whatever they are, in files that a browser reads.
@Suite struct SearchBuilderTests {
    private func document(_ number: Int, _ path: String, _ title: String, _ body: String, tags: [String] = []) -> SearchDocument {
        var document = SearchDocument(number: number, path: GitPath(path), title: title, address: "\(path).html")
        document.headings = ["A heading"]
        document.tags = tags
        document.body = body
        return document
    }

    @Test func wordsCountByWhereTheyStand() {
        let reader = SearchReader(
            SearchDisk([
                document(4, "Guides/Quince", "Quince", "A quince, the QUINCES.\nHeading", tags: ["Fruit tree"]),
                document(9, "Guides/Other", "About Café", "cafe\u{301} quince"),
            ]))
        // The title, and the path, which says it again.
        #expect(reader.postings("quince") == [4: 21, 9: 1])
        #expect(reader.postings("quinces") == [4: 1])
        #expect(reader.postings("cafe") == [9: 11])
        #expect(reader.postings("heading") == [4: 5, 9: 4])
        #expect(reader.postings("fruit") == [4: 4])
        #expect(reader.postings("=about-cafe") == [9: 1] && reader.postings("/other") == [9: 1])
        #expect(reader.postings("=quince") == [4: 1] && reader.postings("/quince") == [:], "a name like the title is one key")
        #expect(reader.postings("@guides") == [4: 1, 9: 1] && reader.postings("@guides/other") == [9: 1])
        #expect(reader.postings("#fruit-tree") == [4: 1])
        #expect(reader.postings(".cafe") == [9: 1] && reader.postings(".quince") == [4: 2])
        #expect(reader.beginning("quin") == [4: 22, 9: 1])
        #expect(reader.postings("none") == [:])
        #expect(reader.manifest?.documents == 2)
    }

    @Test func scriptsWithoutSpacesHavePairs() {
        let reader = SearchReader(SearchDisk([document(1, "A", "维基", "我们学习。编程, Go语言")]))
        #expect(reader.postings("学习") == [1: 1] && reader.postings("习编") == [1: 1], "punctuation parts no phrase, as in SQLite")
        #expect(reader.postings("学") == [1: 1] && reader.postings("维基") == [1: 10])
        #expect(reader.postings("程语") == [:] && reader.postings("语言") == [1: 1])
    }

    @Test func everyTermOfManyIsInTheShardThatItsNameSays() throws {
        var random = SeededGenerator(seed: 5)
        let documents = (0..<80).map { SearchDocument.random($0, &random) }
        let disk = SearchDisk(documents)
        let reader = SearchReader(disk, lengthsSize: 8)
        var counter = TermCounter()
        for document in documents {
            for entry in counter.count(SearchRecord(document)).terms {
                let term = String(decoding: counter.table[entry.term], as: UTF8.self)
                #expect(reader.postings(term)[document.number] == entry.frequency, "\(term)")
            }
        }
        let shards = try #require(reader.manifest).shards
        #expect(shards.count > 20)
        #expect(shards.allSatisfy { $0.value <= SearchDisk.layout.shardLimit || $0.key.isExact })
        #expect(Set(shards.keys.map(\.text)).count == shards.count)
        #expect(shards.keys.allSatisfy { ShardName(text: Substring($0.text)) == $0 })
        #expect(disk.files.keys.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } && $0.lowercased() == $0 })
    }

    @Test func aScriptHoldsWhatItWasGiven() throws {
        let texts = ["plain", "`${alert(1)}`", "\\", "\\`", "a\nb\u{0}c\r", "\u{2028}</script>", ""]
        var script = SearchScript()
        for text in texts { script.append(text.utf8) }
        let bytes = script.bytes(function: "text", name: "1")
        let rows = try #require(SearchScript(script: bytes)).rows.map { String(decoding: SearchScript.unescaped($0), as: UTF8.self) }
        #expect(rows == ["plain", "`${alert(1)}`", "\\", "\\`", "a b c ", "\u{2028}</script>", ""])
        // Nothing in it ends the literal, or begins a value in it.
        let inside = String(decoding: bytes.dropFirst(24).dropLast(4), as: UTF8.self)
        #expect(inside.replacing(/\\[\\`$]/, with: "").matches(of: /[`$\\]/).isEmpty)
    }

    @Test func aTextOfEndlessWordsIsBounded() {
        let many = (0..<25_000).map { "w\($0)" }.joined(separator: " ")
        let giant = String(repeating: "x", count: 100_000)
        let reader = SearchReader(SearchDisk([document(1, "A", "A", giant + " " + many)], layout: SearchLayout(folder: "-/search")))
        #expect(reader.postings(String(repeating: "x", count: 64)) == [1: 1])
        #expect(reader.postings("w1") == [1: 1] && reader.postings("w24999") == [:])
        #expect(reader.beginning("").count == 1)
    }

    @Test func numbersAreReadAsTheyWereWritten() {
        var random = SeededGenerator(seed: 3)
        let numbers =
            [0, 1, 47, 48, 49, 3_505, 3_506, 3_507, 36_629, 36_630, 36_631, 1 << 25, Int(UInt32.max)]
            + (0..<2_000).map { _ in random.below(1 << (1 + random.below(31))) }
        var bytes: [UInt8] = []
        for number in numbers { PostingCode.append(number, to: &bytes) }
        #expect(PostingCode.numbers(bytes) == numbers)
        #expect(PostingCode.alphabet.count == 91)
        #expect(PostingCode.numbers([0x20]) == nil && PostingCode.numbers(Array("z".utf8)) == nil)
        let postings = (0..<500).map { Posting(number: $0 * $0, frequency: 1 + $0 % 7 * 40) }
        #expect(PostingCode.postings(PostingCode.list(postings)) == postings)
    }
}
