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

    /// The name that stands beside a push.
    var name: String { actor.account?.displayName ?? words.text("person.anonymous") }
}
