package import Git
import Synchronization
package import WikiCore

/// Who may edit what: by role, by the access file in the branch's newest commit, and by what the account is at that moment.
///
/// Admins may edit everything, and nobody else anything in the folder of settings. Where the access file cannot be read as
/// rules, because somebody committed it with plain git, only admins may edit: nobody knows what it was to protect.
package final class AccessPolicy: EditPolicy {
    private typealias Outcome = Result<AccessRules, AccessRulesError>

    private let register: any EditorRegister
    private let kept: Mutex<(blob: ObjectID, outcome: Outcome)?> = Mutex(nil)

    /// Judges by what `register` says of accounts, afresh each time.
    package init(register: any EditorRegister) {
        self.register = register
    }

    package func objection(to editor: Editor, changing files: [GitPath], in snapshot: WikiSnapshot) throws -> WikiError? {
        var account: Account?
        switch editor {
        case .wiki: return nil
        case .nobody: break
        case .account(let id, _):
            account = try register.accountBlocking(id: id)
            guard let state = account?.state, state != .deleted else { return .loginNeeded }
            guard state == .active else { return .blocked }
        }
        let role = account.map { min($0.role, editor.canAdminister ? .admin : .reviewer) }
        if role == .admin { return nil }
        if let objection = objection(to: role, snapshot.configuration) { return objection }
        do {
            let rules = try rules(in: snapshot)
            let closed = files.first { file in
                if SettingsFile.contains(file) { return true }
                return rules.rule(for: file).map { !rules.admits(account?.name, role: role, by: $0) } ?? false
            }
            return closed.map { .protected(path: $0) }
        } catch let error as AccessRulesError {
            return .invalidRules(line: error.line, reason: error.reason)
        }
    }

    package func objection(toSettings text: [UInt8], of file: GitPath) -> WikiError? {
        guard file == SettingsFile.access else { return nil }
        do throws(AccessRulesError) {
            _ = try AccessRules(parsing: text)
            return nil
        } catch {
            return .invalidRules(line: error.line, reason: error.reason)
        }
    }

    /// The rules in a state of the wiki; none where there is no access file. Each text of the file is read once. Blocking.
    /// - Throws: `AccessRulesError` where the file is not what it should be.
    package func rules(in snapshot: WikiSnapshot) throws -> AccessRules {
        guard let entry = try snapshot.entry(SettingsFile.access) else { return .none }
        guard entry.kind == .file else { throw AccessRulesError("it is not a file") }
        if let known = kept.withLock({ $0?.blob == entry.id ? $0?.outcome : nil }) { return try known.get() }
        let outcome = try read(entry.id, snapshot)
        kept.withLock { $0 = (entry.id, outcome) }
        return try outcome.get()
    }

    private func read(_ blob: ObjectID, _ snapshot: WikiSnapshot) throws -> Outcome {
        guard let bytes = try snapshot.bytes(of: blob, limit: AccessText.limit) else { return .failure(AccessText.tooLong) }
        do throws(AccessRulesError) {
            return .success(try AccessRules(parsing: bytes))
        } catch {
            return .failure(error)
        }
    }

    /// Why somebody may edit nothing at all. Whoever is nobody, or reads only, edits where all may: the doors have asked already
    /// whether a wiki that is only tried is tried from this machine.
    private func objection(to role: Role?, _ configuration: Configuration) -> WikiError? {
        let isTried = configuration.editing == nil && configuration.site.url == nil
        if configuration.editing == .open || isTried { return nil }
        guard let role else { return .loginNeeded }
        return role >= .contributor ? nil : .forbidden
    }
}
