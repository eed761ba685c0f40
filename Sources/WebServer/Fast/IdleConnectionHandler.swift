import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections on which nothing happens, and those that are being abused.
///
/// Hummingbird's own idle timeout stands behind ``ReadyPageHandler`` and does not see what that one answers, so it would
/// close busy connections; ours stands before it and Hummingbird's stays off.
///
/// Clones and pushes are bounded elsewhere, by what git and the wiki do with them: a client packs a long history, git unpacks
/// one, and neither sends a byte. So such a transfer may be silent for longer, bytes that leave count as well as those that
/// come, and it may take as long as it takes.
final class IdleConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// A request may come slowly, but not for ever: so many times the timeout.
    static let patience = 15

    private let timeout: TimeAmount
    private let drainLimit: Int
    private let transferTimeout: TimeAmount
    private let isTransfer: (HTTPRequest) -> Bool
    private var lastActivity = NIODeadline.uptimeNanoseconds(0)
    private var requestStart = NIODeadline.uptimeNanoseconds(0)
    private var timer: Scheduled<Void>?
    private var owed = 0
    private var isReadingRequest = false
    private var transfers = false
    private var drained = 0
    private var stalledChecks = 0

    /// - Parameters:
    ///   - timeout: how long nothing may happen.
    ///   - drainLimit: how many bytes of a request are still read and dropped once its answer (413, say) has been given,
    ///     so that the client gets to see that answer.
    ///   - transferTimeout: how long nothing may happen while a clone or a push is served.
    ///   - isTransfer: whether a request is one.
    init(
        timeout: TimeAmount, drainLimit: Int, transferTimeout: TimeAmount = .minutes(30),
        isTransfer: @escaping (HTTPRequest) -> Bool = { _ in false }
    ) {
        self.timeout = timeout
        self.drainLimit = drainLimit
        self.transferTimeout = transferTimeout
        self.isTransfer = isTransfer
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stop()
    }

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        lastActivity = context.eventLoop.now
        stalledChecks = 0
        switch unwrapInboundIn(data) {
        case .head(let head):
            owed += 1
            isReadingRequest = true
            transfers = isTransfer(head)
            requestStart = lastActivity
            drained = 0
        case .body(let bytes):
            if owed == 0 {
                drained += bytes.readableBytes
                if drained > drainLimit { return context.close(promise: nil) }
            }
        case .end:
            isReadingRequest = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            owed -= 1
            lastActivity = context.eventLoop.now
        } else if isTransferring {
            lastActivity = context.eventLoop.now
            stalledChecks = 0
        }
        context.write(data, promise: promise)
    }

    private func start(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        lastActivity = context.eventLoop.now
        schedule(context, at: lastActivity + timeout)
    }

    private func stop() {
        timer?.cancel()
        timer = nil
    }

    private func schedule(_ context: ChannelHandlerContext, at deadline: NIODeadline) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.check(context) }
    }

    private func check(_ context: ChannelHandlerContext) {
        timer = nil
        let now = context.eventLoop.now
        let isTrickling = isReadingRequest && !isTransferring && now >= requestStart + timeout * Self.patience
        if !isTrickling {
            let end = lastActivity + (isTransferring ? transferTimeout : timeout)
            // A transfer that ends goes back to the shorter time.
            if now < end { return schedule(context, at: min(end, now + timeout)) }
            if isWorking(context) { return schedule(context, at: now + timeout) }
        }
        context.close(promise: nil)
    }

    /// A transfer that was refused is one no more.
    private var isTransferring: Bool { transfers && owed > 0 }

    /// Whether the silence is ours, or bytes still wait for a client that takes them slowly, as a large page does on a
    /// bad line.
    private func isWorking(_ context: ChannelHandlerContext) -> Bool {
        guard context.channel.isWritable else {
            stalledChecks += 1
            return stalledChecks < Self.patience
        }
        return owed > 0 && !isReadingRequest
    }
}

/// It belongs to the event loop of its channel and never leaves it.
@available(*, unavailable)
extension IdleConnectionHandler: Sendable {}
