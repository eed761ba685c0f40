package import Git

extension Wiki {
    /// To be called after addresses came to count for an account, or ceased to: joins the commits that carry them.
    /// Cost: the spellings of authors with these addresses. Safe to call again.
    package func rejoinCredits(emails: [String]) async throws {
        try await rejoin { try $0.apply(emails: emails) }
    }

    /// To be called after the credit of commits was confirmed, or taken back. Safe to call again; commits that are not
    /// reachable are passed over.
    package func rejoinCredits(commits: [ObjectID]) async throws {
        try await rejoin { try $0.apply(commits: commits) }
    }

    /// To be called after an account was made: people of its name who are not that account leave it the address.
    package func rejoinCredits(newAccount name: String) async throws {
        try await rejoin { try $0.apply(newAccount: name) }
    }

    /// To be called after an account got another name, or went.
    package func rejoinCredits(account: Int64) async throws {
        try await rejoin { try $0.apply(account: account) }
    }

    /// To be called where accounts may have changed while nobody told the wiki, such as when a server starts.
    /// Cost: all spellings of authors.
    package func rejoinAllCredits() async throws {
        try await rejoin { try $0.applyAll() }
    }

    private func rejoin(_ change: @Sendable (CreditChange) throws -> Bool) async throws {
        if try await indexer.rejoin(change) { noteCredits() }
    }
}
