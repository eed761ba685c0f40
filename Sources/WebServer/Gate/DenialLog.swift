import Community
import Git
import HTTPTypes
import Hummingbird
import Logging
import Presentation

/// Writes down what people with an account were refused: a bounded number each, so that nobody fills the log.
struct DenialLog: Sendable {
    private let audit: AuditLog
    private let urls: SiteURL
    private let rate: RateLimiter

    init(_ audit: AuditLog, urls: SiteURL) {
        self.audit = audit
        self.urls = urls
        rate = RateLimiter(rate: Rate(burst: 10, perMinute: 10))
    }

    /// A request for which the permission was missing.
    func note(_ request: Request, _ context: WebRequestContext) async {
        let what = "\(request.method.rawValue) \(urls.withoutSecret(RequestTarget(request.head)?.rawPath ?? ""))"
        await write(.denied, target: nil, detail: what, context)
    }

    /// An edit of a file that a rule keeps for others.
    func note(protected file: GitPath, _ context: WebRequestContext) async {
        await write(.pathProtected, target: file.display, detail: nil, context)
    }

    private func write(_ action: AuditAction, target: String?, detail: String?, _ context: WebRequestContext) async {
        guard let account = context.actor.account, rate.take(account: account.id) == .allowed else { return }
        do {
            try await audit.record(AuditEntry(action, by: context.audit, target: target, detail: detail))
        } catch {
            context.logger.error("a refusal was not written down", metadata: ["cause": "\(error)"])
        }
    }
}
