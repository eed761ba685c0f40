import Community

/// Who uses git here, from where, and in which language.
struct GitVisitor: Sendable {
    /// Who it is, by which credential.
    let actor: Actor
    /// The network address; nil where none is known.
    let address: String?
    /// Sentences in the visitor's language.
    let words: PushWords

    /// The same for the audit log.
    var context: AuditContext { AuditContext(actor, address: address) }

    /// Whom the places count for that this visitor takes; nil for this machine, which is not one of many: behind it stands a proxy
    /// that nobody named, or whoever owns the wiki.
    var holder: ServiceGate.Holder? {
        if let account = actor.account { return .account(account.id) }
        return address.flatMap { $0.hasPrefix("127.") || $0 == "::1" ? nil : .network(of: $0) }
    }

    /// The name that stands beside a push.
    var name: String { actor.account?.displayName ?? words.text("person.anonymous") }
}
