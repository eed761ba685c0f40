import NIOCore
import Testing

@testable import WebServer

@Suite struct PageCacheTests {
    private func page(_ size: Int = 1000) -> CachedBody {
        CachedBody(ByteBuffer(repeating: 65, count: size), contentType: "text/html", tag: EntityTag("t"))
    }

    @Test func hitsAndMissesAreCounted() {
        let cache = PageCache(capacity: 1_000_000)
        #expect(cache.body("a") == nil)
        let body = page()
        cache.keep(body, as: "a")
        #expect(cache.body("a") === body)
        #expect(cache.statistics.hits == 1)
        #expect(cache.statistics.misses == 1)
        #expect(cache.statistics.entries == 1)
        #expect(cache.statistics.bytes == body.cost + 2)
    }

    @Test func bytesAreBoundedAndWhatIsReadStays() {
        let cost = page().cost + 20
        let cache = PageCache(capacity: cost * 10)
        cache.keep(page(), as: "read")
        for number in 0..<100 {
            #expect(cache.body("read") != nil)
            cache.keep(page(), as: "page \(number)")
            #expect(cache.statistics.bytes <= cost * 10)
        }
        #expect(cache.body("page 99") != nil)
        #expect(cache.body("page 0") == nil)
        #expect(cache.statistics.evictions >= 90)
    }

    @Test func whatIsTooLargeIsNotKept() {
        let cache = PageCache(capacity: 100_000)
        cache.keep(page(20_000), as: "a")
        #expect(cache.body("a") == nil)
        #expect(cache.statistics.bytes == 0)
    }

    @Test func replacingAndRemovingKeepTheBooks() {
        let cache = PageCache(capacity: 1_000_000)
        for key in ["a", "b", "c", "a"] { cache.keep(page(), as: key) }
        #expect(cache.statistics.entries == 3)
        cache.remove("b")
        cache.remove("b")
        #expect(cache.statistics.entries == 2)
        #expect(cache.statistics.bytes == 2 * (page().cost + 2))
        cache.removeAll()
        #expect(cache.statistics.bytes == 0)
        cache.keep(page(), as: "d")
        #expect(cache.body("d") != nil)
    }

    @Test func keysAreBytes() {
        let cache = PageCache(capacity: 1_000_000)
        cache.keep(page(), as: "/caf\u{E9}")
        #expect(cache.body("/cafe\u{301}") == nil)
        #expect(cache.body("/caf\u{E9}") != nil)
    }
}
