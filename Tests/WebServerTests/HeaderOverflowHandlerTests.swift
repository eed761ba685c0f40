import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import WebServer

@Suite struct HeaderOverflowHandlerTests {
    private func connection() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: HeaderOverflowHandler())
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        return channel
    }

    @Test func tooManyHeadersAre431() throws {
        let channel = try connection()
        channel.pipeline.fireErrorCaught(HTTPParserError.headerOverflow)
        guard case .head(let head) = try channel.readOutbound(as: HTTPResponsePart.self) else {
            Issue.record("no answer")
            return
        }
        #expect(head.status == .requestHeaderFieldsTooLarge)
        #expect(head.headerFields[.connection] == "close")
        #expect(!channel.isActive)
    }

    @Test func otherErrorsAreHummingbirds() throws {
        let channel = try connection()
        channel.pipeline.fireErrorCaught(HTTPParserError.invalidHeaderToken)
        #expect(throws: HTTPParserError.invalidHeaderToken) { try channel.throwIfErrorCaught() }
        #expect(try channel.readOutbound(as: HTTPResponsePart.self) == nil)
    }

    /// An answer out of turn would be taken for that of the request before.
    @Test func noAnswerGoesOutOfTurn() throws {
        let channel = try connection()
        try channel.writeInbound(HTTPRequestPart.head(HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/slow")))
        channel.pipeline.fireErrorCaught(HTTPParserError.headerOverflow)
        #expect(throws: HTTPParserError.headerOverflow) { try channel.throwIfErrorCaught() }
        #expect(try channel.readOutbound(as: HTTPResponsePart.self) == nil)
    }
}
