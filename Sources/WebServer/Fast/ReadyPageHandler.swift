import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Answers anonymous reads of ready pages on the event loop, before Hummingbird sees them: its task hops cost more than
/// the page. Everything else passes through untouched.
///
/// A connection carries requests in a row, perhaps several before the first answer (pipelining), and answers must leave
/// in the same order. So a page is answered here only while Hummingbird owes no answer on this connection and is not
/// still being handed a request. `owed` counts the heads passed on whose answers have not ended.
final class ReadyPageHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Where the incoming parts go.
    private enum Reading {
        /// A head comes next.
        case betweenRequests
        /// This request may be answered here, once its end has come.
        case held(ReadyRequest)
        /// Hummingbird reads this request.
        case passing
        /// The connection is being closed: what still comes is dropped.
        case closing
    }

    private let pages: ReadyPages
    private var reading = Reading.betweenRequests
    private var owed = 0
    private var peer = ClientAddress(bytes: [])

    /// A handler for one connection.
    init(_ pages: ReadyPages) {
        self.pages = pages
    }

    func handlerAdded(context: ChannelHandlerContext) {
        peer = ClientAddress(context.channel.remoteAddress)
    }

    func channelActive(context: ChannelHandlerContext) {
        peer = ClientAddress(context.channel.remoteAddress)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        switch (reading, part) {
        case (.closing, _):
            return
        case (.betweenRequests, .head(let head)):
            // Where the socket is full, Hummingbird's writer waits for it; here answers would pile up.
            if owed == 0, context.channel.isWritable, let request = ReadyRequest(head, peer: peer) {
                reading = .held(request)
            } else {
                passHead(data, context: context)
            }
        case (.held(let request), .end):
            reading = .betweenRequests
            if !answer(request, context: context) {
                passHead(wrapInboundOut(.head(request.head)), context: context)
                pass(part, data, context: context)
            }
        case (.held(let request), _):
            // A body nobody announced. The parser does not let it happen; if it did, Hummingbird may judge it.
            passHead(wrapInboundOut(.head(request.head)), context: context)
            pass(part, data, context: context)
        case (.betweenRequests, _), (.passing, _):
            pass(part, data, context: context)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { owed -= 1 }
        context.write(data, promise: promise)
    }

    private func passHead(_ data: NIOAny, context: ChannelHandlerContext) {
        owed += 1
        reading = .passing
        context.fireChannelRead(data)
    }

    private func pass(_ part: HTTPRequestPart, _ data: NIOAny, context: ChannelHandlerContext) {
        if case .end = part { reading = .betweenRequests }
        context.fireChannelRead(data)
    }

    /// False where there is no ready page, or not in the encoding that is wanted: packing takes too long for an event loop.
    private func answer(_ request: ReadyRequest, context: ChannelHandlerContext) -> Bool {
        let start = pages.clock.now
        guard let page = pages.lookup(request), !page.awaitsPacking(for: request.conditions) else { return false }
        let answer = page.answer(to: request.conditions, mayCompress: false)
        let id = pages.identifiers.next()
        write(head(answer, id: id, closes: request.closes), answer.body, closes: request.closes, context: context)
        pages.log.record(
            RequestLog.Entry(
                method: request.head.method.rawValue, path: request.rawPath, status: answer.status.code,
                bytes: answer.body?.readableBytes ?? 0, duration: pages.clock.now - start, id: id, isReady: true))
        return true
    }

    private func head(_ answer: CachedAnswer, id: String, closes: Bool) -> HTTPResponse {
        var fields = answer.fields
        fields.append(HTTPField(name: .date, value: pages.date.text))
        fields.append(HTTPField(name: .requestID, value: id))
        if let serverName = pages.serverName { fields.append(HTTPField(name: .server, value: serverName)) }
        if closes { fields.append(HTTPField(name: .connection, value: "close")) }
        return HTTPResponse(status: answer.status, headerFields: fields)
    }

    private func write(_ head: HTTPResponse, _ body: ByteBuffer?, closes: Bool, context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body { context.write(wrapOutboundOut(.body(body)), promise: nil) }
        guard closes else {
            return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        reading = .closing
        let flushed = context.eventLoop.makePromise(of: Void.self)
        flushed.futureResult.assumeIsolated().whenComplete { [channel = context.channel] _ in channel.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: flushed)
    }
}

/// It belongs to the event loop of its channel and never leaves it.
@available(*, unavailable)
extension ReadyPageHandler: Sendable {}
