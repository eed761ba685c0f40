import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import WebServer

/// A connection with the handler in it. What passes the handler waits at the end, where Hummingbird would be.
private struct Connection {
    let channel: EmbeddedChannel
    let page: CachedBody

    init(serverName: String? = nil) throws {
        let page = CachedBody(
            ByteBuffer(repeating: 65, count: 4000), contentType: "text/html; charset=utf-8", tag: EntityTag("v1"),
            fields: [.cacheControl: "no-cache"])
        self.page = page
        let pages = ReadyPages(
            identifiers: RequestIdentifiers(startingAt: 1), log: RequestLog(logger: Logger(label: "test")),
            date: DateHeader { 784_111_777 }, serverName: serverName
        ) { $0.rawPath == "/Home" ? page : nil }
        channel = EmbeddedChannel(handler: ReadyPageHandler(pages))
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
    }

    func ask(_ path: String, method: HTTPRequest.Method = .get, _ fields: HTTPFields = [:]) throws {
        let head = HTTPRequest(method: method, scheme: "http", authority: "wiki.example", path: path, headerFields: fields)
        try channel.writeInbound(HTTPRequestPart.head(head))
        try channel.writeInbound(HTTPRequestPart.end(nil))
    }

    /// What Hummingbird would answer.
    func respond(_ status: HTTPResponse.Status = .ok) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: status)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    /// The statuses that left, in order.
    func statuses() throws -> [Int] {
        try answers().map(\.head.status.code)
    }

    func answers() throws -> [(head: HTTPResponse, body: Int)] {
        var answers: [(head: HTTPResponse, body: Int)] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            switch part {
            case .head(let head): answers.append((head, 0))
            case .body(let bytes): answers[answers.count - 1].body += bytes.readableBytes
            case .end: break
            }
        }
        return answers
    }

    /// The paths that Hummingbird was given, in order.
    func passed() throws -> [String] {
        var paths: [String] = []
        while let part = try channel.readInbound(as: HTTPRequestPart.self) {
            if case .head(let head) = part { paths.append(head.path ?? "") }
        }
        return paths
    }
}

@Suite struct ReadyPageHandlerTests {
    @Test func aReadyPageIsAnsweredWithEveryHeader() throws {
        let connection = try Connection(serverName: "stemma")
        try connection.ask("/Home")
        let answer = try #require(try connection.answers().first)
        #expect(answer.head.status == .ok)
        #expect(answer.body == 4000)
        let expected: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLength: "4000", .eTag: "\"v1\"", .vary: "Accept-Encoding",
            .cacheControl: "no-cache", .date: "Sun, 06 Nov 1994 08:49:37 GMT", .requestID: "00000001", .server: "stemma",
            .xContentTypeOptions: "nosniff", .contentSecurityPolicy: SecurityHeaders.pagePolicy,
        ]
        for field in expected { #expect(answer.head.headerFields[field.name] == field.value) }
        #expect(try connection.passed() == [])
    }

    @Test func headAndKnownPagesHaveNoBody() throws {
        let connection = try Connection()
        try connection.ask("/Home", method: .head)
        try connection.ask("/Home", [.ifNoneMatch: "\"v1\""])
        let answers = try connection.answers()
        #expect(answers.map(\.head.status.code) == [200, 304])
        #expect(answers.map(\.body) == [0, 0])
        #expect(answers.first?.head.headerFields[.contentLength] == "4000")
    }

    @Test func whatIsNotPackedYetPassesOnce() throws {
        let connection = try Connection()
        try connection.ask("/Home", [.acceptEncoding: "gzip", .ifNoneMatch: "\"v1\""])
        try connection.ask("/Home", [.acceptEncoding: "gzip;q=0, identity"])
        #expect(try connection.statuses() == [304, 200])
        try connection.ask("/Home", [.acceptEncoding: "gzip"])
        #expect(try connection.passed() == ["/Home"])
        // The long way makes it.
        _ = connection.page.answer(to: ConditionalRequest(isHead: false, ifNoneMatch: nil, acceptEncoding: "gzip"))
        try connection.respond()
        _ = try connection.statuses()
        try connection.ask("/Home", [.acceptEncoding: "gzip"])
        #expect(try connection.passed() == [])
        #expect(try connection.answers().first?.head.headerFields[.contentEncoding] == "gzip")
    }

    @Test(
        arguments: [
            [.cookie: "a=b"], [.authorization: "Bearer x"], [.range: "bytes=0-1"], [.ifMatch: "\"x\""], [.expect: "100-continue"],
            [.upgrade: "h2c"], [.connection: "upgrade"], [.contentLength: "1"], [.transferEncoding: "chunked"],
            [.secondHost: "evil.example"],
        ] as [HTTPFields])
    func whateverIsUnusualPasses(fields: HTTPFields) throws {
        let connection = try Connection()
        try connection.ask("/Home", fields)
        #expect(try connection.passed() == ["/Home"])
        #expect(try connection.statuses() == [])
    }

    @Test(arguments: ["/Home?rev=1", "/Home#x", "/Other", "*", ""])
    func otherAddressesPass(path: String) throws {
        let connection = try Connection()
        try connection.ask(path)
        #expect(try connection.passed() == [path])
    }

    @Test func otherMethodsPass() throws {
        let connection = try Connection()
        try connection.ask("/Home", method: .post)
        #expect(try connection.passed() == ["/Home"])
    }

    /// The second request could be answered at once, but the first has not been yet.
    @Test func answersKeepTheOrderOfRequests() throws {
        let connection = try Connection()
        try connection.ask("/Home")
        try connection.ask("/slow")
        try connection.ask("/Home")
        #expect(try connection.statuses() == [200])
        #expect(try connection.passed() == ["/slow", "/Home"])
        try connection.respond(.notFound)
        try connection.ask("/Home")
        #expect(try connection.passed() == ["/Home"])
        try connection.respond(.ok)
        try connection.respond(.ok)
        #expect(try connection.statuses() == [404, 200, 200])
        try connection.ask("/Home")
        #expect(try connection.passed() == [])
        #expect(try connection.statuses() == [200])
    }

    /// An answer may be complete before its request has been read, as with 413.
    @Test func theRestOfARequestStaysWithWhoeverReadsIt() throws {
        let connection = try Connection()
        let upload = HTTPRequest(method: .post, scheme: "http", authority: "wiki.example", path: "/upload")
        try connection.channel.writeInbound(HTTPRequestPart.head(upload))
        try connection.respond(.contentTooLarge)
        try connection.channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "GET /Home HTTP/1.1")))
        try connection.channel.writeInbound(HTTPRequestPart.end(nil))
        try connection.ask("/Home")
        #expect(try connection.passed() == ["/upload"])
        #expect(try connection.statuses() == [413, 200])
    }

    @Test func informationalHeadsAreNoAnswers() throws {
        let connection = try Connection()
        try connection.ask("/slow")
        try connection.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .continue)))
        try connection.ask("/Home")
        #expect(try connection.passed() == ["/slow", "/Home"])
    }

    @Test(arguments: ["close", "Close", "keep-alive, CLOSE"])
    func theConnectionIsClosedOnDemand(value: String) throws {
        let connection = try Connection()
        try connection.ask("/Home", [.connection: value])
        try connection.ask("/Home")
        let answers = try connection.answers()
        #expect(answers.count == 1)
        #expect(answers.first?.head.headerFields[.connection] == "close")
        #expect(!connection.channel.isActive)
    }

    @Test func aFullSocketIsLeftToHummingbird() throws {
        let connection = try Connection()
        connection.channel.isWritable = false
        try connection.ask("/Home")
        #expect(try connection.passed() == ["/Home"])
    }
}
