import Git
import Prose
import Testing

@testable import Presentation

/// Differences are made once for each two texts and each way to compare them, and only so many are kept.
struct DiffCacheTests {
    private let ids = (0..<9).map { number in ObjectID(hex: String(repeating: "\(number)", count: 40)) }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func whatWasMadeIsNotMadeAgain() {
        let cache = DiffCache()
        let first = cache.diff(old: bytes("a\n"), ids[1], new: bytes("b\n"), ids[2])
        // Other texts under the same names, which cannot be, show where the answer comes from.
        #expect(cache.diff(old: bytes("x\n"), ids[1], new: bytes("y\n"), ids[2]) == first)
        #expect(cache.diff(old: bytes("x\n"), ids[2], new: bytes("y\n"), ids[1]) != first)
        #expect(cache.diff(old: bytes("x\n"), nil, new: bytes("y\n"), ids[2]) != first)
    }

    @Test func spaceIsAskedForApart() {
        let cache = DiffCache()
        let (old, new) = (bytes("a b\nc\n"), bytes("a\nb c\n"))
        let whole = cache.diff(old: old, ids[1], new: new, ids[2])
        let ignoring = cache.diff(old: old, ids[1], new: new, ids[2], ignoresSpace: true)
        #expect(!whole.ignoresSpace && ignoring.ignoresSpace)
    }

    @Test func whatWasMadeWithLessIsNotKept() {
        let cache = DiffCache()
        let coarse = cache.diff(old: bytes("a\n"), ids[1], new: bytes("b\n"), ids[2], budget: 1)
        let other = cache.diff(old: bytes("x\n"), ids[1], new: bytes("y\n"), ids[2])
        #expect(other.old.text == bytes("x\n") && coarse.old.text == bytes("a\n"))
    }

    @Test func whatWasNotAskedForTheLongestGoesFirst() {
        let text = bytes(String(repeating: "word ", count: 4000))
        // Room for five of them.
        let cache = DiffCache(limit: 110_000)
        func isKept(_ number: Int) -> Bool { cache.diff(old: [], ids[0], new: bytes("new"), ids[number]).new.text == text }
        for number in 1...4 { _ = cache.diff(old: [], ids[0], new: text, ids[number]) }
        #expect(isKept(1))
        for number in 5...8 { _ = cache.diff(old: [], ids[0], new: text, ids[number]) }
        #expect(isKept(8) && isKept(1) && !isKept(2))
    }
}
