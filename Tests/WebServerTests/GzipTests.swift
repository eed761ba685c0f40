import HTTPTypes
import NIOCore
import Testing

@testable import WebServer

@Suite struct GzipTests {
    private let text = Array(String(repeating: "Every word has an author. ", count: 400).utf8)

    @Test(arguments: [0, 1, 100, 10_400])
    func whatIsPackedUnpacks(count: Int) throws {
        let bytes = Array(text.prefix(count))
        let packed = try #require(Gzip.compressed(bytes))
        #expect(try Gzip.decompressed(packed, limit: count) == bytes)
    }

    @Test func aBombStopsAtTheBound() throws {
        let bomb = try #require(Gzip.compressed([UInt8](repeating: 0, count: 20_000_000)))
        #expect(bomb.count < 30_000)
        #expect(throws: GzipError.tooLarge(limit: 100_000)) { try Gzip.decompressed(bomb, limit: 100_000) }
    }

    @Test func cutOffOrTrailedOrOtherBytesAreRefused() throws {
        let packed = try #require(Gzip.compressed(text))
        #expect(throws: GzipError.malformed) { try Gzip.decompressed(Array(packed.dropLast(3)), limit: 1_000_000) }
        #expect(throws: GzipError.malformed) { try Gzip.decompressed(packed + [0], limit: 1_000_000) }
        #expect(throws: GzipError.malformed) { try Gzip.decompressed(text, limit: 1_000_000) }
        #expect(throws: GzipError.malformed) { try Gzip.decompressed([], limit: 1_000_000) }
    }

    private func encoding(_ values: String...) throws -> BodyEncoding {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/")
        for value in values { head.headerFields.append(HTTPField(name: .contentEncoding, value: value)) }
        return try BodyEncoding(head)
    }

    @Test func onlyOneLayerOfGzipIsTaken() throws {
        #expect(try encoding() == .identity)
        #expect(try encoding("identity") == .identity)
        #expect(try encoding("GZip") == .gzip)
        #expect(throws: BodyError.unsupportedEncoding) { try encoding("gzip, gzip") }
        #expect(throws: BodyError.unsupportedEncoding) { try encoding("gzip", "gzip") }
        #expect(throws: BodyError.unsupportedEncoding) { try encoding("br") }
        #expect(throws: BodyError.tooLarge(limit: 5)) { try BodyEncoding.gzip.decoded(#require(Gzip.compressed(text)), limit: 5) }
    }

    private func answer(_ body: CachedBody, encoding: String?, ifNoneMatch: String? = nil, isHead: Bool = false, mayCompress: Bool = true)
        -> CachedAnswer
    {
        body.answer(to: ConditionalRequest(isHead: isHead, ifNoneMatch: ifNoneMatch, acceptEncoding: encoding), mayCompress: mayCompress)
    }

    @Test func aPageHasTwoVariantsWithTagsOfTheirOwn() throws {
        let page = CachedBody(ByteBuffer(bytes: text), contentType: "text/html", tag: EntityTag("v1"))
        let plain = answer(page, encoding: nil)
        #expect(plain.status == .ok)
        #expect(plain.fields[.eTag] == "\"v1\"")
        #expect(plain.fields[.contentLength] == "\(text.count)")
        #expect(plain.fields[.vary] == "Accept-Encoding")
        #expect(plain.fields[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)

        #expect(answer(page, encoding: "gzip", mayCompress: false).fields[.contentEncoding] == nil)
        let packed = answer(page, encoding: "gzip")
        #expect(packed.fields[.contentEncoding] == "gzip")
        #expect(packed.fields[.eTag] == "\"v1-gz\"")
        let bytes = try #require(packed.body)
        #expect(packed.fields[.contentLength] == "\(bytes.readableBytes)")
        #expect(try Gzip.decompressed(Array(bytes.readableBytesView), limit: text.count) == text)
        #expect(answer(page, encoding: "gzip", mayCompress: false).fields[.contentEncoding] == "gzip")
        #expect(page.cost >= text.count + bytes.readableBytes)
    }

    @Test func knownPagesAreNotSentAgain() {
        let page = CachedBody(ByteBuffer(bytes: text), contentType: "text/html", tag: EntityTag("v1"))
        let known = answer(page, encoding: "gzip", ifNoneMatch: "\"v1-gz\"")
        #expect(known.status == .notModified)
        #expect(known.body == nil)
        #expect(known.fields[.vary] == "Accept-Encoding")
        #expect(known.fields[.contentLength] == nil)
        #expect(answer(page, encoding: nil, ifNoneMatch: "\"v2\"").status == .ok)
    }

    @Test func headHasTheLengthAndNoBody() {
        let page = CachedBody(ByteBuffer(bytes: text), contentType: "text/html", tag: EntityTag("v1"))
        let head = answer(page, encoding: nil, isHead: true)
        #expect(head.body == nil)
        #expect(head.fields[.contentLength] == "\(text.count)")
    }

    @Test func whatGainsNothingStaysPlain() {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<5000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let page = CachedBody(ByteBuffer(bytes: noise), contentType: "image/png", tag: EntityTag("v1"))
        #expect(answer(page, encoding: "gzip").fields[.contentEncoding] == nil)
        let short = CachedBody(ByteBuffer(bytes: text.prefix(200)), contentType: "text/html", tag: EntityTag("v1"))
        #expect(answer(short, encoding: "gzip").fields[.contentEncoding] == nil)
    }

    @Test func manyReadersShareOnePacking() async {
        let page = CachedBody(ByteBuffer(bytes: text), contentType: "text/html", tag: EntityTag("v1"))
        let sizes = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { answer(page, encoding: "gzip").body?.readableBytes ?? 0 } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(sizes.count <= 2)
        #expect(!sizes.contains(0))
    }
}
