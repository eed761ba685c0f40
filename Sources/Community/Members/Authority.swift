/// The rights of who asks for a change, read in the transaction that makes it: a role that was taken away a moment ago counts
/// no more.
struct Authority {
    /// The account that asks; nil for strangers, for those who were shut out, and for the wiki's own program.
    let account: Account?
    private let context: AuditContext

    init(of context: AuditContext, in records: Records) throws {
        self.context = context
        account = try context.actorID.flatMap { try records.accounts.find($0) }.flatMap { $0.isActive ? $0 : nil }
    }

    /// True for the wiki's own program.
    var isProgram: Bool { context.isProgram }

    /// The role that counts; nil for strangers.
    var role: Role? {
        if isProgram { return .admin }
        return account.map { min($0.role, context.limit) }
    }

    /// The account that asks, where it has the role; throws `MemberError.forbidden`.
    func require(_ least: Role) throws {
        guard let role, role >= least else { throw MemberError.forbidden }
    }

    /// Lets the owner of a thing pass, and admins.
    func requireOwner(_ id: Int64) throws {
        guard account?.id != id else { return }
        try require(.admin)
    }
}

extension Records {
    /// The rights of who asks.
    func authority(of context: AuditContext) throws -> Authority {
        try Authority(of: context, in: self)
    }
}
