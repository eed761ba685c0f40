import Community
import HTTPTypes
import Hummingbird
import Logging
import Presentation
import WikiCore
import Wording

/// What the pages behind one-time links share. Looking at one changes nothing, since machines look into letters, too.
extension Visit {
    /// The answer to a link that does nothing (any more), whatever the reason.
    func deadEnd(_ error: MemberError) throws -> Response {
        guard error.endsLink else { throw error }
        let link = isAnonymous ? LinkView(label: site.words.text("oneTime.login"), href: urls.login()) : nil
        return try message("oneTime.heading", ["oneTime.gone", "oneTime.ask"], link: link, status: .notFound, discretion: .secretAddress)
    }

    /// The answer to a form that stands behind a link: what `take` makes of it; the form again with what is wrong, as long as
    /// another try can succeed; else a dead end.
    func answerLink(
        _ form: DeskForm, take: () async throws -> Response, again: (DeskProblem) async throws -> Response
    ) async throws -> Response {
        if let objection = try form.objection(self, takesOpaqueOrigin: true) { return try await again(objection) }
        do {
            return try await take()
        } catch let error as MemberError where !error.endsLink {
            return try await again(DeskProblem(error, words: site.words))
        } catch let error as MemberError {
            return try deadEnd(error)
        }
    }

    /// Work under the addresses that a new account has proved is the account's from now on, and so is the address of its name.
    func rejoin(_ account: Account) async {
        await rejoining {
            try await site.wiki.rejoinCredits(newAccount: account.name)
            let emails = try await site.members.addresses.confirmed(account.id)
            if !emails.isEmpty { try await site.wiki.rejoinCredits(emails: emails) }
        }
    }

    /// Work under these addresses counts for somebody else, or for nobody, from now on.
    func rejoin(emails: [String]) async {
        await rejoining { try await site.wiki.rejoinCredits(emails: emails) }
    }

    /// What was changed about people stays changed where the index cannot follow at once; it does when the server starts again.
    func rejoining(_ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            context.logger.error("the index does not show a change of credits yet", metadata: ["cause": "\(error)"])
        }
    }
}

extension MemberError {
    /// True where no other try with the same link can succeed.
    var endsLink: Bool {
        switch self {
        case .notFound, .expired, .alreadyUsed, .closed: true
        default: false
        }
    }
}

extension WebRequestContext {
    /// The secret of a one-time link, which is plain text of its own alphabet.
    func secret() throws -> String { try parameters.require("secret") }
}
