import Testing

@testable import WebServer

@Suite struct NegotiationTests {
    @Test(
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("GZIP, deflate, br", true), ("br", false), ("gzip;q=0", false),
            ("gzip; q=0.001", true),
            ("gzip;q=0.000", false), ("*", true), ("*;q=0", false), ("gzip;q=0, *", false), ("identity;q=0, *;q=0.5", true),
            ("gzip;q=0.5, identity;q=0.8", false), ("gzip;q=1.0, identity;q=0.5, *;q=0", true), ("gzip;q=nonsense", false),
            ("x-gzip", true),
            ("gzip;q=1.2345", false), ("gzip;q=", false), (", ,gzip", true), ("gzipped", false),
        ] as [(String?, Bool)])
    func acceptEncoding(header: String?, prefersGzip: Bool) {
        #expect(AcceptEncoding(header).prefersGzip == prefersGzip)
    }

    @Test(arguments: [
        ("\"abc\"", true), ("W/\"abc\"", true), ("\"abc-gz\"", true), ("*", true), ("\"x\", \"abc\"", true), ("\"x\",W/\"abc-gz\" ", true),
        ("\"x, \\\"abc\"", false), ("abc", false), ("\"ABC\"", false), ("", false), ("\"a,b\", \"abc\"", true), ("w/\"abc\"", false),
    ])
    func ifNoneMatch(header: String, isNamed: Bool) {
        #expect(EntityTag("abc").isNamed(byIfNoneMatch: header) == isNamed)
    }

    @Test func tagsHoldNoQuotes() {
        #expect(EntityTag("a\"b\r\nc é").identity == "\"abc\"")
    }

    @Test(
        arguments: [
            (nil, ByteRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-4", .part(2..<5)), ("bytes=2-", .part(2..<10)),
            ("bytes=-3", .part(7..<10)),
            ("bytes=-30", .part(0..<10)), ("bytes=8-99", .part(8..<10)), ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=0-1,3-4", .whole), ("bytes=4-2", .whole), ("items=0-1", .whole), ("bytes=a-b", .whole), ("bytes", .whole),
            ("bytes=-", .whole),
            ("Bytes = 1-2", .part(1..<3)), ("bytes=0-18446744073709551616", .part(0..<10)), ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=--1", .whole), ("bytes=+1-2", .whole),
        ] as [(String?, ByteRange)])
    func ranges(header: String?, expected: ByteRange) {
        #expect(ByteRange(range: header, ifRange: nil, size: 10, tag: EntityTag("t")) == expected)
    }

    @Test func rangesOfNothing() {
        #expect(ByteRange(range: "bytes=0-", ifRange: nil, size: 0, tag: EntityTag("t")) == .unsatisfiable)
        #expect(ByteRange(range: "bytes=-1", ifRange: nil, size: 0, tag: EntityTag("t")) == .unsatisfiable)
    }

    @Test func ifRangeIsStrong() {
        let tag = EntityTag("t")
        #expect(ByteRange(range: "bytes=0-1", ifRange: "\"t\"", size: 10, tag: tag) == .part(0..<2))
        #expect(ByteRange(range: "bytes=0-1", ifRange: "W/\"t\"", size: 10, tag: tag) == .whole)
        #expect(ByteRange(range: "bytes=0-1", ifRange: "\"other\"", size: 10, tag: tag) == .whole)
        #expect(ByteRange(range: "bytes=0-1", ifRange: "Sun, 06 Nov 1994 08:49:37 GMT", size: 10, tag: tag) == .whole)
    }

    @Test func contentRanges() {
        #expect(ByteRange.part(2..<5).contentRange(size: 10) == "bytes 2-4/10")
        #expect(ByteRange.unsatisfiable.contentRange(size: 10) == "bytes */10")
        #expect(ByteRange.whole.contentRange(size: 10) == nil)
    }

    @Test(
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
        ] as [(Int64, String)])
    func dates(seconds: Int64, text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }
}
