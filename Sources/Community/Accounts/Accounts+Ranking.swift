extension Accounts {
    /// Whether a person stands in lists of people by how much they wrote. Everybody does who did not ask otherwise.
    package func isRanked(_ id: Int64) async throws -> Bool {
        try await base.database.read { try $0.accounts.isRanked(id) }
    }

    /// The numbers of the accounts that asked to be left out of such lists. Cost: these.
    package func unranked() async throws -> [Int64] {
        try await base.database.read { try $0.accounts.unranked() }
    }

    /// Takes a person into such lists, or out of them. Asks for the owner or an admin.
    package func setRanked(_ isRanked: Bool, of id: Int64, by context: AuditContext) async throws {
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            guard try records.accounts.isRanked(id) != isRanked else { return }
            try records.accounts.setRanked(isRanked, of: id)
            let detail = isRanked ? "in" : "out"
            try records.audit.add(AuditEntry(.accountRanking, by: context, target: account.name, detail: detail), now: base.now)
        }
    }
}
