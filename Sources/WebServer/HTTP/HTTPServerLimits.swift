package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// What one server takes from its connections, and how Hummingbird is told.
package struct HTTPServerLimits: Sendable {
    /// A connection on which nothing happens for so long is closed.
    package var idleTimeout: Duration = .seconds(60)
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
    package func server(ready: ReadyPages?) -> HTTPServerBuilder {
        let timeout = TimeAmount(idleTimeout)
        let drainLimit = drainedBytes
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: Self.handlers(timeout: timeout, drainLimit: drainLimit, ready: ready),
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

    private static func handlers(timeout: TimeAmount, drainLimit: Int, ready: ReadyPages?) -> [any RemovableChannelHandler] {
        let guards: [any RemovableChannelHandler] = [
            HeaderOverflowHandler(), IdleConnectionHandler(timeout: timeout, drainLimit: drainLimit),
        ]
        return guards + (ready.map { [ReadyPageHandler($0)] } ?? [])
    }
}
