import TestSupport
import Testing

@testable import Prose

@Suite struct AuthorshipLawTests {
    private let words = [
        "a", "the cat", "the", "of", "- item", "# Head", "", "", "\u{E9}", "e\u{301}", "quick brown foxes.", "Who wrote this?",
        "| a | b |", "```", "yes",
        "A long line of many words, which says something. And something else!",
    ]

    private func expectCovered(_ head: AuthoredText, _ text: [UInt8]) {
        #expect(head.length == text.count)
        #expect(head.runs.reduce(0) { $0 + $1.length } == text.count)
        #expect(head.runs.allSatisfy { $0.length > 0 && $0.words >= 0 && $0.words <= $0.length })
        #expect(zip(head.runs, head.runs.dropFirst()).allSatisfy { $0.origin != $1.origin })
        #expect(head.runs.reduce(0) { $0 + $1.words } == Tokens(text).list.count { $0.kind == .word })
    }

    @Test func lawsHoldForAnyHistory() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<60 {
            var authorship = Authorship()
            var past: [(text: [UInt8], head: AuthoredText)] = []
            for revision in 0..<20 {
                let last = past.last?.text ?? []
                var text = random.number(below: 4) == 0 ? random.text(lines: 12, words: words) : random.edited(last)
                if random.number(below: 8) == 0 { text = random.bytes(most: 80) }
                let old = random.number(below: 5) == 0 ? past.randomElement(using: &random) : nil
                if let old { text = old.text }
                authorship.append(text, by: UInt32(revision))
                let head = authorship.head
                expectCovered(head, text)
                if let known = past.first(where: { $0.text == text }) { #expect(head == known.head) }
                let stored = authorship.encoded()
                authorship.append(text, by: 1000)
                #expect(authorship.head == head)
                #expect(authorship.encoded() == stored)
                past.append((text, head))
                let decoded = try Authorship(decoding: stored)
                #expect(decoded.encoded() == stored)
                if random.number(below: 2) == 0 { authorship = decoded }
            }
        }
    }

    @Test func aStoredStateGoesOnAsIfItHadNotBeen() throws {
        var kept = SyntheticHistory(seed: 91)
        kept.run(60)
        var stored = kept
        for _ in 0..<40 {
            stored.authors = try Authorship(decoding: stored.authors.encoded())
            stored.run(1)
            kept.run(1)
            #expect(stored.authors.head == kept.authors.head)
        }
        #expect(stored.authors.encoded() == kept.authors.encoded())
    }

    @Test func lineEndsChangeNobody() {
        var history = SyntheticHistory(seed: 92)
        history.run(30)
        let words = history.authors.head.runs.map { ($0.words, $0.origin) }
        history.authors.append(history.page.text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, by: 5000)
        #expect(history.authors.head.runs.map(\.origin) == words.map(\.1))
        #expect(history.authors.head.runs.map(\.words) == words.map(\.0))
    }

    @Test func blankTextsHaveTheFirstRevision() {
        var authorship = Authorship()
        for (revision, text) in [" \n", "", "\n\n", "words", " \n"].enumerated() {
            authorship.append(bytes(text), by: UInt32(revision + 3))
        }
        #expect(authorship.head.runs == [AuthoredRun(length: 2, words: 0, origin: Origin(revision: 3))])
    }

    @Test func damageIsRefused() throws {
        var random = SeededGenerator(seed: 43)
        var history = SyntheticHistory(seed: 93)
        history.run(25)
        let stored = history.authors.encoded()
        let head = history.authors.head.encoded()
        #expect(try AuthoredText(decoding: head) == history.authors.head)
        for _ in 0..<300 {
            #expect(throws: AuthorshipError.self) { try Authorship(decoding: damaged(stored, &random)) }
            #expect(throws: AuthorshipError.self) { try Authorship(decoding: random.bytes(most: 60)) }
            // Without a checksum other runs may come out, but only what is true of any runs.
            if let text = try? AuthoredText(decoding: damaged(head, &random)) {
                #expect(text.runs.reduce(0) { $0 + $1.length } == text.length)
            }
        }
    }

    /// Damage under a right checksum: somebody made it, and must not stop us.
    @Test func forgedBytesDoNotTrap() throws {
        var random = SeededGenerator(seed: 44)
        var history = SyntheticHistory(seed: 94)
        history.run(12)
        let stored = Array(history.authors.encoded().dropLast(8))
        var accepted = 0
        for _ in 0..<2000 {
            var forged = damaged(stored, &random)
            let sum = ByteHash.of(forged, in: 0..<forged.count)
            for shift in stride(from: UInt64(0), to: 64, by: 8) { forged.append(UInt8(truncatingIfNeeded: sum >> shift)) }
            guard var authorship = try? Authorship(decoding: forged) else { continue }
            accepted += 1
            authorship.append(history.page.text, by: 77)
            expectCovered(authorship.head, history.page.text)
            authorship.append(bytes("other words, then\n\n- yes\n"), by: 78)
            _ = authorship.encoded()
        }
        #expect(accepted > 20)
    }

    private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.number(below: 3) {
            let place = random.number(below: bytes.count)
            switch random.number(below: 4) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes.insert(UInt8(random.number(below: 256)), at: place)
            default: bytes[place] ^= UInt8(1 + random.number(below: 255))
            }
            if bytes.isEmpty { bytes = [0] }
        }
        return bytes
    }
}
