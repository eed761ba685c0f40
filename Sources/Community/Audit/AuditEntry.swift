/// One line of the audit log: who did what to whom, when and from where. It never holds a secret.
package struct AuditEntry: Hashable, Sendable {
    /// Its number, which grows; 0 before it is written.
    package let id: Int64
    /// When, in seconds since 1970; 0 before it is written.
    package let time: Int64
    /// What was done: the raw value of an ``AuditAction``, or another word of the same form.
    package let action: String
    /// Who, as the name was then.
    package let actor: String?
    /// Whose account did it.
    package let actorID: Int64?
    /// Whom or what it was done to.
    package let target: String?
    /// From which network address; nil once it was dropped.
    package let address: String?
    /// More about it, in few words.
    package let detail: String?

    /// An entry to be written down; the log gives it number and time.
    package init(action: String, actor: String?, actorID: Int64?, target: String?, address: String?, detail: String?) {
        self.init(id: 0, time: 0, action: action, actor: actor, actorID: actorID, target: target, address: address, detail: detail)
    }

    /// The same, from who asks.
    package init(_ action: AuditAction, by context: AuditContext, target: String? = nil, detail: String? = nil) {
        self.init(
            action: action.rawValue, actor: context.actor, actorID: context.actorID, target: target, address: context.address,
            detail: detail)
    }

    init(
        id: Int64, time: Int64, action: String, actor: String?, actorID: Int64?, target: String?, address: String?, detail: String?
    ) {
        self.id = id
        self.time = time
        self.action = action
        self.actor = actor
        self.actorID = actorID
        self.target = target
        self.address = address
        self.detail = detail
    }
}
