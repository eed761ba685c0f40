/// Who asks for a change, and from where: what the audit log writes down, and whose rights count.
package struct AuditContext: Hashable, Sendable {
    /// The name that the log shows.
    package let actor: String?
    /// The account; nil for strangers and for the wiki's own program.
    package let actorID: Int64?
    /// The network address; nil where there is none.
    package let address: String?
    /// The highest role that counts, whatever role the account has.
    let limit: Role
    /// True for the wiki's own program, which may do everything.
    let isProgram: Bool

    /// Somebody at a door of the wiki.
    /// - Parameter mayAdminister: false where the credential carries less than the account's own rights.
    package init(actor: String?, actorID: Int64?, address: String?, mayAdminister: Bool = true) {
        self.init(actor: actor, actorID: actorID, address: address, limit: mayAdminister ? .admin : .reviewer, isProgram: false)
    }

    /// The one who makes a request.
    package init(_ actor: Actor, address: String?) {
        self.init(
            actor: actor.account?.name, actorID: actor.account?.id, address: address, limit: actor.credential.limit, isProgram: false)
    }

    private init(actor: String?, actorID: Int64?, address: String?, limit: Role, isProgram: Bool) {
        self.actor = actor
        self.actorID = actorID
        self.address = address
        self.limit = limit
        self.isProgram = isProgram
    }

    /// The wiki's own program, at work on its data folder.
    package static let program = AuditContext(actor: "stemma", actorID: nil, address: nil, limit: .admin, isProgram: true)

    /// Nobody known, at some address.
    package static func stranger(address: String?) -> AuditContext {
        AuditContext(actor: nil, actorID: nil, address: address)
    }

    /// The same request, now that it is known whose it is.
    func by(_ account: Account) -> AuditContext {
        AuditContext(actor: account.name, actorID: account.id, address: address, limit: limit, isProgram: false)
    }
}
