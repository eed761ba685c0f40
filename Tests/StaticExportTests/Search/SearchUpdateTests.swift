import Git
import TestSupport
import Testing

@testable import StaticExport

/// A changed index is the one that building from nothing gives, byte for byte, and little of it is written.
@Suite struct SearchUpdateTests {
    @Test(arguments: 0..<24) func anyChangesGiveWhatBuildingGives(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var documents: [Int: SearchDocument] = [:]
        for _ in 0..<random.below(30) {
            let number = random.below(40)
            documents[number] = .random(number, &random)
        }
        var disk = SearchDisk(documents.values.sorted { $0.number < $1.number })
        for round in 0..<12 {
            let before = disk
            let outcome = try disk.update { update in
                for _ in 0..<(1 + random.below(round == 6 ? 40 : 4)) {
                    let number = random.below(40)
                    documents[number] = random.oneIn(3) ? nil : .random(number, &random)
                    if let document = documents[number] { update.put(document) } else { update.remove(number) }
                }
            }
            // The order in which documents come is no matter.
            let built = SearchDisk(documents.values.sorted { $0.address < $1.address })
            #expect(disk == built, "\(disk.difference(from: built))")
            #expect(!outcome.written.contains { before.files[$0.path] == $0.bytes })
        }
        _ = try disk.update { update in for number in 0..<40 { update.remove(number) } }
        #expect(disk == SearchDisk([]))
    }

    @Test func aWordMoreWritesItsShardAlone() throws {
        var random = SeededGenerator(seed: 1)
        let documents = (0..<60).map { SearchDocument.random($0, &random) }
        var disk = SearchDisk(documents)
        var changed = documents[17]
        changed.body += " zz1"
        let outcome = try disk.update { $0.put(changed) }
        let paths = outcome.written.map(\.path)
        #expect(paths.count(where: { $0.contains("/s-") }) == 1)
        let others = Set(["index", "l-2", "text/0/17"].map { "-/search/\($0).js" })
        #expect(paths.allSatisfy { others.contains($0) || $0.contains("/s-z") }, "\(paths)")
        #expect(outcome.removed.isEmpty)
        #expect(try disk.update { $0.put(changed) } == SearchUpdate.Outcome())
    }

    @Test func aLongTextIsTakenOutWhole() throws {
        let long = (0..<90_000).map { "w\($0 % 700)" }.joined(separator: " ") + " only at the end, 学习 only only"
        var document = SearchDocument(number: 3, path: GitPath("Long"), title: "Long", address: "Long.html")
        document.body = long
        let layout = SearchLayout(folder: "-/search")
        var disk = SearchDisk([document], layout: layout)
        let reader = SearchReader(disk)
        #expect(reader.postings("only") == [3: 3] && reader.postings("学习") == [3: 1])
        #expect(reader.postings("w699") == [3: 128])
        document.body = "short"
        _ = try disk.update(layout: layout) { $0.put(document) }
        #expect(disk == SearchDisk([document], layout: layout))
        document.body = long
        _ = try disk.update(layout: layout) { $0.put(document) }
        _ = try disk.update(layout: layout) { $0.remove(3) }
        #expect(disk == SearchDisk([], layout: layout))
    }

    @Test func whatIsDamagedIsTold() throws {
        var random = SeededGenerator(seed: 2)
        let whole = SearchDisk((0..<20).map { SearchDocument.random($0, &random) })
        let shard = try #require(whole.files.keys.filter { $0.contains("/s-a") }.min())
        for path in ["index", "l-0", "d-1", "text/0/5"].map({ "-/search/\($0).js" }) + [shard] {
            var disk = whole
            disk.files[path] = Array("stemmaSearch.shard(\"\",`\n\u{7F}\n`);".utf8)
            let told = #expect(throws: SearchIndexError.self) { _ = try disk.update { $0.put(.random(5, &random)) } }
            #expect(told == .damaged(path: path))
        }
        var disk = SearchDisk([])
        disk.files = [:]
        #expect(throws: SearchIndexError.missing(path: "-/search/index.js")) { try disk.update { $0.remove(1) } }
    }
}
