import Git
import Glibc
import TestSupport
import Testing

@testable import WikiCore

/// Pages whose authors can't be found are tried again, ever less often.
@Suite struct PostponedPagesTests {
    @Test func waitsGrowAndEnd() {
        var pages = PostponedPages()
        for _ in 0..<PostponedPages.tryLimit - 1 { pages.noteFailure(7, at: 1000) }
        #expect(!pages.isWaiting(7, at: 1000) && pages.wait(at: 1000) == nil)
        var now: Int64 = 1000
        var waits: [Int64] = []
        for _ in 0..<30 {
            pages.noteFailure(7, at: now)
            let wait = pages.wait(at: now) ?? 0
            #expect(pages.isWaiting(7, at: now + wait - 1) && !pages.isWaiting(7, at: now + wait))
            waits.append(wait)
            now += wait
        }
        #expect(waits.prefix(4) == [60, 120, 240, 480])
        #expect(waits.last == 6 * 3600 && waits == waits.sorted())
        #expect(!pages.isWaiting(8, at: now), "others go on")
        pages.noteSuccess(7)
        #expect(pages.count == 0 && pages.wait(at: now) == nil)
    }

    @Test func theNextTryIsThatOfTheFirst() {
        var pages = PostponedPages()
        for page: Int64 in [1, 2] { for _ in 0..<3 { pages.noteFailure(page, at: page * 10) } }
        #expect(pages.wait(at: 20) == 50)
        #expect(pages.wait(at: 75) == 5)
        #expect(pages.wait(at: 80) == nil)
    }

    @Test func aClockThatIsSetBackHoldsNobodyUp() {
        var pages = PostponedPages()
        for _ in 0..<3 { pages.noteFailure(1, at: 1_700_000_000) }
        #expect(!pages.isWaiting(1, at: 1_000_000_000) && pages.wait(at: 1_000_000_000) == nil)
    }

    @Test func anObjectThatComesBack() async throws {
        let history = try History()
        let text = "The kettle stands beside the copper stove.\n"
        let first = try history.commitToMain(["P.md": .text(text)])
        try history.commitToMain(["P.md": .text(text + "\nAnd a cup.\n")])
        try history.commitToMain(["Q.md": "A ladder leans against the wall.\n"])
        let blob = try history.git("rev-parse", "\(first.hex):P.md").prefix { $0 != "\n" }
        let file = "\(history.data.repository)/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
        let clock = HandClock()
        try await withWiki(history.data, time: { clock.now }) { wiki in
            try #require(rename(file, "\(file).away") == 0)
            try await wiki.attribution.fill()
            #expect(try await wiki.attribution.progress().left == 1, "the others are not held up")
            try #require(rename("\(file).away", file) == 0)
            try await wiki.attribution.fill()
            #expect(try await wiki.attribution.progress().left == 1, "it is not tried all the time")
            clock.advance(by: PostponedPages.shortestWait)
            try await wiki.attribution.fill()
            #expect(try await wiki.attribution.progress().isComplete)
        }
    }
}
