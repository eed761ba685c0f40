import Presentation
import WebServer
import WikiCore

/// Where the wiki is reached: what links that are handed over begin with.
struct PublicAddress {
    let urls: SiteURL
    private let origin: String

    /// `site.url`, else the address and port that the server listens on.
    /// - Parameter port: the port that was taken, where that is known.
    init(_ configuration: Configuration, port: Int? = nil) {
        let address = SiteAddress(configuration.site.url)
        urls = SiteURL(address)
        origin = address.origin ?? Self.local(configuration.server, port: port ?? configuration.server.port)
    }

    /// An address with scheme and host.
    func absolute(_ address: String) -> String { origin + address }

    /// The address of the server itself, as somebody at this machine writes it.
    static func local(_ server: Configuration.Server, port: Int) -> String {
        let isHere = ["127.0.0.1", "::1", "0.0.0.0", "::"].contains(server.host)
        let host = isHere ? "localhost" : server.host.contains(":") ? "[\(server.host)]" : server.host
        return port == 0 ? "http://\(host)" : "http://\(host):\(port)"
    }
}
