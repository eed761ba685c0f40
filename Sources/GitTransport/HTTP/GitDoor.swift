import Community
import Git
import HTTPTypes
import Logging
import Wording

/// Says who may clone and who may push, by what a request shows. The service that is to run decides what is asked for.
struct GitDoor: Sendable {
    let members: Members
    let permissions: Permissions
    let failures: FailureRate
    let refusals: RefusalLog
    let realm: String
    let logger: Logger

    /// Lets a request in, or throws `HTTPRefusal`.
    /// - Parameter mayEditOpenly: whether this request may push without an account.
    func admit(
        _ program: GitService.Program, authorization: String?, address: String, mayEditOpenly: Bool, words: PushWords
    ) async throws -> GitVisitor {
        let actor = try await actor(Credential(authorization), address: address, mayEditOpenly: mayEditOpenly, words)
        let visitor = GitVisitor(actor: actor, address: address, words: words)
        guard !permissions.allows(program == .uploadPack ? .read : .edit, actor) else { return visitor }
        guard actor.account != nil else { throw HTTPRefusal.login(words, realm: realm) }
        await refusals.note(AuditEntry(.denied, by: visitor.context, target: "git \(program.rawValue)"))
        throw HTTPRefusal.forbidden(sentence(program, actor, words))
    }

    /// Who makes the request.
    private func actor(
        _ credential: Credential, address: String, mayEditOpenly: Bool, _ words: PushWords
    ) async throws -> Actor {
        if credential == .none { return .nobody(mayEditOpenly: mayEditOpenly) }
        do {
            if case .token(let secret) = credential, let found = try await members.tokens.find(secret) {
                return Actor(account: found.account, credential: .token(found.token.id, found.token.scope))
            }
        } catch {
            logger.error("a token could not be looked up: \(error)")
            throw HTTPRefusal.retry(.serviceUnavailable, words.text("push.refused.busy"), after: 10)
        }
        // Only those who fail are slowed down: others behind the same address may have good tokens.
        if let seconds = failures.wait(address) {
            throw HTTPRefusal.retry(.tooManyRequests, words.text("push.tries", ["count": .number(seconds)]), after: seconds)
        }
        failures.fail(address)
        await refusals.note(AuditEntry(.loginFailed, by: .stranger(address: address), target: "git"))
        throw HTTPRefusal.login(words, realm: realm)
    }

    /// Why somebody with an account is not let in.
    func sentence(_ program: GitService.Program, _ actor: Actor, _ words: PushWords) -> String {
        if let account = actor.account, !account.isActive { return words.text("push.blocked") }
        if program == .uploadPack { return words.text("push.noReading") }
        if case .token(_, .read) = actor.credential { return words.text("push.readToken") }
        return words.text("push.notAllowed")
    }
}
