import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import WebServer

@Suite struct IdleConnectionHandlerTests {
    private let head = HTTPRequest(method: .get, scheme: "http", authority: "wiki.example", path: "/")

    private func connection(drainLimit: Int = 100) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: IdleConnectionHandler(timeout: .seconds(60), drainLimit: drainLimit))
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        return channel
    }

    @Test func theRestOfARefusedUploadIsReadToABound() throws {
        let channel = try connection()
        try channel.writeInbound(HTTPRequestPart.head(head))
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 500)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 100)))
        #expect(channel.isActive)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 1)))
        #expect(!channel.isActive)
    }

    @Test func silenceCloses() throws {
        let channel = try connection()
        channel.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func everyRequestStartsTheWaitAnew() throws {
        let channel = try connection()
        for _ in 0..<5 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(50))
            try channel.writeInbound(HTTPRequestPart.head(head))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(60))
        #expect(!channel.isActive)
    }

    @Test func ourOwnSlownessIsNoSilence() throws {
        let channel = try connection()
        try channel.writeInbound(HTTPRequestPart.head(head))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(3600))
        #expect(channel.isActive)
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(120))
        #expect(!channel.isActive)
    }

    @Test func aRequestThatTricklesInIsCutOff() throws {
        let channel = try connection()
        try channel.writeInbound(HTTPRequestPart.head(head))
        var seconds = 0
        while channel.isActive, seconds < 3600 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(30))
            seconds += 30
            if channel.isActive { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x"))) }
        }
        #expect((840...960).contains(seconds))
    }

    @Test func aSlowReaderGetsTimeButNotForEver() throws {
        let channel = try connection()
        channel.isWritable = false
        channel.embeddedEventLoop.advanceTime(by: .seconds(600))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(600))
        #expect(!channel.isActive)
    }

    // MARK: Clones and pushes

    private let push = HTTPRequest(method: .post, scheme: "http", authority: "wiki.example", path: "/wiki.git/git-receive-pack")

    private func transferring() throws -> EmbeddedChannel {
        let handler = IdleConnectionHandler(timeout: .seconds(60), drainLimit: 100, transferTimeout: .minutes(30)) { $0.method == .post }
        let channel = EmbeddedChannel(handler: handler)
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        try channel.writeInbound(HTTPRequestPart.head(push))
        return channel
    }

    @Test func aPushMayBeSilentForLonger() throws {
        let channel = try transferring()
        channel.embeddedEventLoop.advanceTime(by: .minutes(29))
        #expect(channel.isActive, "a client packs, or git unpacks")
        channel.embeddedEventLoop.advanceTime(by: .minutes(1))
        #expect(!channel.isActive)
    }

    @Test func aPushMayTakeLong() throws {
        let channel = try transferring()
        for _ in 0..<6 {
            channel.embeddedEventLoop.advanceTime(by: .minutes(20))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        }
        #expect(channel.isActive)
    }

    @Test func bytesThatLeaveKeepACloneOpen() throws {
        let channel = try transferring()
        for _ in 0..<6 {
            channel.embeddedEventLoop.advanceTime(by: .minutes(20))
            try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: "x")))
        }
        channel.isWritable = false
        for _ in 0..<4 {
            channel.embeddedEventLoop.advanceTime(by: .minutes(10))
            try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: "x")))
        }
        #expect(channel.isActive, "a slow reader that goes on reading")
    }

    @Test func whatWasAnsweredIsNoTransferAnyMore() throws {
        let channel = try transferring()
        channel.embeddedEventLoop.advanceTime(by: .minutes(20))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(120))
        #expect(!channel.isActive, "the rest of a refused push trickles in to no bound otherwise")
    }
}
