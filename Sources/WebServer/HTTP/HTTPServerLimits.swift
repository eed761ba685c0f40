package import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// What one server takes from its connections, and how Hummingbird is told.
package struct HTTPServerLimits: Sendable {
    /// A connection on which nothing happens for so long is closed.
    package var idleTimeout: Duration = .seconds(60)
    /// A clone or a push on which nothing happens for so long is closed; git's side of the server gives up earlier, and says why.
    package var transferTimeout: Duration = .seconds(30 * 60)
    /// The longest header field, in bytes.
    package var longestHeaderField = 16 * 1024
    /// All header fields of a request together, in bytes.
    package var longestHeader = 48 * 1024
    /// How many header fields a request has.
    package var headerFieldCount = 100
    /// How many connections are open at once; later ones wait in the system's queue.
    package var connections = 4096
    /// How many bytes of a refused request are still read, so that the client sees the refusal.
    package var drainedBytes = 64 * 1024 * 1024

    /// The limits of the product.
    package init() {}

    /// The HTTP/1.1 server within these limits, with ready pages answered ahead of Hummingbird.
    /// - Parameter isTransfer: whether a request is a clone or a push, which takes its time.
    package func server(ready: ReadyPages?, isTransfer: @escaping @Sendable (HTTPRequest) -> Bool) -> HTTPServerBuilder {
        let limits = self
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: limits.handlers(ready: ready, isTransfer: isTransfer),
                idleTimeout: nil,
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: longestHeaderField, maxHeaderListSize: longestHeader, maxHeaderFieldCount: headerFieldCount)
            ))
    }

    /// Where to listen, and how many connections at once.
    package func configuration(host: String, port: Int, serverName: String?, logger: Logger) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(host, port: port), serverName: serverName, backlog: 1024,
            availableConnectionsDelegate: .maximum(connections, logger: logger))
    }

    private func handlers(
        ready: ReadyPages?, isTransfer: @escaping @Sendable (HTTPRequest) -> Bool
    ) -> [any RemovableChannelHandler] {
        let idle = IdleConnectionHandler(
            timeout: TimeAmount(idleTimeout), drainLimit: drainedBytes, transferTimeout: TimeAmount(transferTimeout),
            isTransfer: isTransfer)
        let guards: [any RemovableChannelHandler] = [HeaderOverflowHandler(), idle]
        return guards + (ready.map { [ReadyPageHandler($0)] } ?? [])
    }
}
