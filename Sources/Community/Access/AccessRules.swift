package import Git

/// Who may edit what, as `.stemma/access.yaml` says. Rules only narrow: who may edit nothing in the wiki at all may not edit
/// by a rule either, and admins need none.
package struct AccessRules: Hashable, Sendable {
    /// Names for several accounts, each with the names of the accounts.
    package let groups: [String: Set<String>]
    /// In the order of the file: the first one that fits decides.
    package let rules: [AccessRule]

    /// No rule.
    package static let none = AccessRules(groups: [:], rules: [])

    init(groups: [String: Set<String>], rules: [AccessRule]) {
        self.groups = groups
        self.rules = rules
    }

    /// The rule that decides about a file; nil where none fits. Time: at most the file's length times that of all patterns.
    package func rule(for file: GitPath) -> AccessRule? {
        rules.first { $0.fits(file) }
    }

    /// True where a rule lets somebody edit.
    /// - Parameter role: the highest role that counts.
    package func admits(_ name: String?, role: Role?, by rule: AccessRule) -> Bool {
        rule.editors.contains { grant in
            switch grant {
            case .anyone: true
            case .role(let least): role.map { $0 >= least } ?? false
            case .user(let user): name == user
            case .group(let group): name.map { groups[group]?.contains($0) ?? false } ?? false
            }
        }
    }
}
