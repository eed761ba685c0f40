import Testing

@testable import Prose

@Suite struct AuthorshipCostTests {
    private func repeated(_ text: String, _ size: Int) -> [UInt8] {
        let unit = bytes(text)
        return (0..<size / unit.count).flatMap { _ in unit }
    }

    private func random(_ words: Int, _ separator: String, _ size: Int, seed: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        var text: [UInt8] = []
        while text.count < size { text += bytes(String(random.number(below: words), radix: 36) + separator) }
        return text
    }

    /// Texts that are made to cost much, as a history of each: operations stay within a multiple of their size.
    @Test func noTextCostsMoreThanItsSizeAndABound() {
        let size = 150_000
        let lines = random(1000, "\n", size, seed: 1)
        let shuffled = lines.split(separator: 10).reversed().flatMap { $0 + [10] }
        let histories: [[[UInt8]]] = [
            [repeated("word ", size), repeated("word ", size + 50), repeated("drow ", size)],
            [repeated("a b ", size), repeated("b a ", size), repeated("a b b ", size)],
            [random(2, " ", size, seed: 2), random(2, " ", size, seed: 3)],
            [random(50, " ", size, seed: 4), random(50, " ", size, seed: 5)],
            [random(1 << 40, " ", size, seed: 6), random(1 << 40, " ", size, seed: 7)],
            [lines, shuffled, lines],
            [repeated("- yes\n", size), repeated("- no\n", size), repeated("- no\n- yes\n", size)],
            [repeated("a. ", size), repeated("b. ", size), repeated("a. b. ", size)],
            [repeated("a\n\n", size), repeated("b\n\na\n\n", size)],
            [bytes("e") + repeated("\u{301}", size), repeated("\u{4E2D}\u{6587}\u{3002}", size), [UInt8](repeating: 0xFF, count: size)],
            [repeated("> ", size), repeated("```\n", size), repeated("| ", size)],
        ]
        for history in histories {
            var authorship = Authorship()
            for (revision, text) in history.enumerated() {
                let report = authorship.append(text, by: UInt32(revision))
                #expect(report.operations <= 12_000_000 + 60 * text.count, "\(string(text.prefix(20)))")
                #expect(authorship.head.length == text.count)
            }
        }
    }

    /// An edit of a long page costs what a look at its sentences costs, not a search of its words.
    @Test func aSmallEditCostsLittle() {
        var authorship = Authorship()
        let page = random(5000, " ", 400_000, seed: 8)
        let first = authorship.append(page, by: 0)
        let report = authorship.append(page.prefix(200_000) + bytes(" a few new words ") + page.dropFirst(200_000), by: 1)
        #expect(first.tokens > 80_000)
        #expect(report.added <= 8)
        #expect(report.operations < 12_000)
    }

    /// However often a page is edited, what is remembered grows by what changed.
    @Test func whatIsRememberedGrowsByWhatChanges() {
        var authorship = Authorship()
        var page = random(5000, " ", 100_000, seed: 9)
        authorship.append(page, by: 0)
        let first = authorship.encoded().count
        for revision in 1...100 {
            page.replaceSubrange(revision * 900..<revision * 900, with: bytes(" new\(revision) "))
            authorship.append(page, by: UInt32(revision))
        }
        #expect(authorship.encoded().count < first + 100 * 700)
    }
}
