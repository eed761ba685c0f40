package import Community
package import Hummingbird
import Logging
import NIOCore

/// What belongs to one request while it is served.
package struct WebRequestContext: RequestContext {
    /// What Hummingbird itself keeps: logger and route parameters.
    package var coreContext: CoreRequestContextStorage
    /// The id under which log and error pages speak of the request. Empty until ``RequestLogMiddleware`` gave it one.
    package private(set) var requestID = ""
    /// The other end of the connection.
    package let peer: ClientAddress
    /// Whom rates are counted by: the peer, or the client that a trusted proxy names.
    package var client: ClientAddress
    /// Who asks; nobody until ``Identification`` has looked.
    package var actor = Actor.nobody(mayEditOpenly: false)
    /// The token for the forms of somebody who is logged in; others get one with their form.
    package var formToken: FormToken?
    /// What the gate said, where a handler answers the refusal.
    var verdict = GateVerdict.allowed
    /// Our controllers bound bodies themselves, by ``BodyLimits``; this holds whatever else Hummingbird might decode.
    package var maxUploadSize: Int { 64 * 1024 }

    /// The context of a request that came over the channel of `source`.
    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = ClientAddress(source.channel.remoteAddress)
        client = peer
    }

    /// The client's address as text, for the audit log.
    package var clientAddress: String { client.description }

    /// Who asks and from where, as the audit log writes it down.
    var audit: AuditContext { AuditContext(actor, address: clientAddress) }

    /// The same context under an id, which its logger names from now on.
    func identified(as id: String) -> WebRequestContext {
        var context = self
        context.requestID = id
        context.logger[metadataKey: "hb.request.id"] = .string(id)
        return context
    }
}
