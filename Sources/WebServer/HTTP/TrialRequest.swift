package import HTTPTypes
package import WikiCore

/// The rule for a wiki that nobody has configured yet: only somebody who sits at the machine may try editing.
package enum TrialRequest {
    /// Whether a request is surely made on this machine by its own user: a loopback peer, a loopback name as host (which
    /// a page of another site cannot make a browser send), and no sign of a proxy between.
    package static func qualifies(_ head: HTTPRequest, peer: ClientAddress) -> Bool {
        peer.isLoopback && hasLoopbackHost(head) && !cameThroughProxy(head)
    }

    /// Whether a request may edit without an account: where the wiki is open to all, or where nobody has chosen, no `site.url` says
    /// that this is a real site, others can't reach the server, and the request surely comes from the person who sits at this machine.
    package static func mayEdit(_ head: HTTPRequest, peer: ClientAddress, configuration: Configuration) -> Bool {
        switch configuration.editing {
        case .open: true
        case .accounts: false
        case nil: configuration.site.url == nil && configuration.server.isLoopback && qualifies(head, peer: peer)
        }
    }

    private static func hasLoopbackHost(_ head: HTTPRequest) -> Bool {
        guard let authority = head.authority?.lowercased() else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard authority.hasPrefix(name) else { return false }
            let rest = authority.utf8.dropFirst(name.utf8.count)
            return rest.isEmpty || (rest.first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy(\.isASCIIDigit))
        }
    }

    private static func cameThroughProxy(_ head: HTTPRequest) -> Bool {
        head.headerFields.contains { field in
            let name = field.name.canonicalName
            return name.hasPrefix("x-forwarded-") || name.hasPrefix("cf-") || proxyFields.contains(name)
        }
    }

    /// What proxies add, or what services in front of them do.
    private static let proxyFields: Set<String> = [
        "forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "x-original-host", "true-client-ip", "fastly-client-ip",
    ]
}
