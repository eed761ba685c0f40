import Community
import Git
import Hummingbird
import Logging
import Presentation
import WikiCore
import Wording

/// The rules for who may change which files: a file of the repository, saved as an edit.
package struct AccessController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/access", needs: .administer, use: ask)
        routes.post("-/admin/access", needs: .administer, use: save)
    }

    /// The text of the rules, and the commit that it was read at.
    private struct Rules: Sendable {
        let text: [UInt8]
        let base: ObjectID?
    }

    private func rules() async throws -> Rules {
        try await site.wiki.read { snapshot in
            let text = try snapshot.tip.flatMap { try snapshot.text(SettingsFile.access, at: $0)?.text }
            return Rules(text: text ?? [], base: text == nil ? nil : snapshot.tip)
        }
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let rules = try await rules()
        return try show(visit, text: rules.text, base: rules.base?.hex ?? "")
    }

    private func show(
        _ visit: Visit, text: [UInt8], base: String, current: [UInt8]? = nil, problem: DeskProblem? = nil
    ) throws -> Response {
        try visit.desk(problem) { token, problem in
            DeskView.access(
                text: text, base: base, current: current, pages: AdminPages(visit.actor, site.permissions), csrf: token, problem: problem,
                in: visit.views)
        }
    }

    @Sendable private func save(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let text = form.fields.bytes("rules") ?? []
        let base = try form.text("base")
        if let objection = try form.objection(visit) { return try show(visit, text: text, base: base, problem: objection) }
        let edit = Edit(
            action: .configure(file: SettingsFile.access, text: text, base: ObjectID(hex: base)),
            author: try visit.account.author(domain: site.configuration.identity.domain),
            summary: try form.filled("summary") ?? site.words.text("access.summary"), time: site.wiki.now, editor: visit.editor)
        do {
            switch try await visit.submit(edit) {
            case .saved:
                await visit.noteRules()
                return visit.done(visit.urls.adminAccess, "rulesSaved")
            case .unchanged: return visit.done(visit.urls.adminAccess, "unchanged")
            case .conflict(let conflict):
                let problem = DeskProblem(.conflict, .pageChanged, site.words.text("access.changed"))
                return try show(
                    visit, text: text, base: conflict.revision?.hex ?? "", current: conflict.theirs ?? [], problem: problem)
            }
        } catch let error as WikiError {
            return try show(visit, text: text, base: base, problem: problem(error))
        }
    }

    private func problem(_ error: WikiError) -> DeskProblem {
        if case .invalidRules(let line, let reason) = error {
            let place = line.map { site.words.text("access.line", ["line": .text("\($0)"), "reason": .text(reason)]) }
            return DeskProblem(.unprocessableContent, .invalid, place ?? reason, field: "rules")
        }
        let known = WikiProblem(error, words: site.words)
        return DeskProblem(known.status, known.problem, known.detail, retryAfter: known.retryAfter)
    }
}

extension Visit {
    /// Writes down that the rules were changed. The commit says how.
    fileprivate func noteRules() async {
        do {
            try await site.members.audit.record(AuditEntry(.rulesChanged, by: context.audit, target: SettingsFile.access.display))
        } catch {
            context.logger.error("a change of the rules was not written down", metadata: ["cause": "\(error)"])
        }
    }
}
