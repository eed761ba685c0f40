import Yams

extension AccessRules {
    /// The most rules, and the most groups.
    private static let countLimit = 500

    /// Reads an access file. Whatever is not known in it is an error, so that a mistyped rule never means "no rule".
    package init(parsing bytes: [UInt8]) throws(AccessRulesError) {
        guard let root = try AccessText(bytes).parsed(), !root.isNothing else {
            self = .none
            return
        }
        var groups: [String: Set<String>] = [:]
        var rules: [AccessRule] = []
        for (key, value) in try root.entries("the file") {
            switch key.string {
            case "groups": groups = try Self.groups(value)
            case "rules": rules = try Self.rules(value)
            default: throw key.unknown(["groups", "rules"])
            }
        }
        for rule in rules {
            for case .group(let name) in rule.editors where groups[name] == nil {
                throw AccessRulesError(line: rule.line, "there is no group “\(name)”")
            }
        }
        self.init(groups: groups, rules: rules)
    }

    private static func groups(_ node: Node) throws(AccessRulesError) -> [String: Set<String>] {
        guard !node.isNothing else { return [:] }
        var groups: [String: Set<String>] = [:]
        for (name, members) in try node.entries("groups") {
            guard AccountName.problem(with: AccountName.folded(name.string), allowsReserved: true) == nil else {
                throw AccessRulesError(
                    line: name.mark?.line, "“\(name.string)” cannot be the name of a group; use letters, digits, -, _ and .")
            }
            var accounts: Set<String> = []
            for member in try members.items("a group") {
                accounts.insert(try member.reading { text throws(AccessRulesError) in try AccessGrant.account(text) })
            }
            groups[name.string] = accounts
        }
        guard groups.count <= countLimit else { throw AccessRulesError(line: node.mark?.line, "there are more than \(countLimit) groups") }
        return groups
    }

    private static func rules(_ node: Node) throws(AccessRulesError) -> [AccessRule] {
        guard !node.isNothing else { return [] }
        guard case .sequence(let sequence) = node else { throw AccessRulesError(line: node.mark?.line, "rules are a list") }
        guard sequence.count <= countLimit else { throw AccessRulesError(line: node.mark?.line, "there are more than \(countLimit) rules") }
        var rules: [AccessRule] = []
        for item in sequence { rules.append(try rule(item)) }
        return rules
    }

    private static func rule(_ node: Node) throws(AccessRulesError) -> AccessRule {
        var path: PathPattern?
        var editors: [AccessGrant]?
        for (key, value) in try node.entries("a rule") {
            switch key.string {
            case "path": path = try value.reading { text throws(AccessRulesError) in try pattern(text) }
            case "edit":
                var grants: [AccessGrant] = []
                for item in try value.items("edit") {
                    grants.append(try item.reading { text throws(AccessRulesError) in try AccessGrant(text) })
                }
                editors = grants
            default: throw key.unknown(["path", "edit"])
            }
        }
        guard let path, let editors else {
            throw AccessRulesError(line: node.mark?.line, "a rule has a path and says who may edit: path: and edit:")
        }
        return AccessRule(path: path, editors: editors, line: node.mark?.line ?? 1)
    }

    private static func pattern(_ text: String) throws(AccessRulesError) -> PathPattern {
        do throws(PathPattern.Problem) {
            return try PathPattern(text)
        } catch {
            switch error {
            case .length(let limit): throw AccessRulesError("a path has from 1 to \(limit) bytes")
            case .segments: throw AccessRulesError("“\(text)” is no path in the repository, such as Book/** or Book/Home.md")
            case .stars: throw AccessRulesError("** stands alone between slashes, such as Book/**/Notes.md")
            case .control: throw AccessRulesError("a path holds no control character")
            }
        }
    }
}

extension Node {
    /// True for a key without a value.
    fileprivate var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return scalar.string.isEmpty
    }

    /// Keys and values, where the keys are words.
    fileprivate func entries(_ what: String) throws(AccessRulesError) -> [(key: Node.Scalar, value: Node)] {
        guard case .mapping(let mapping) = self else {
            throw AccessRulesError(line: mark?.line, "\(what) is not a list of keys with values")
        }
        var entries: [(key: Node.Scalar, value: Node)] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else { throw AccessRulesError(line: key.mark?.line, "a key is one word") }
            entries.append((scalar, value))
        }
        return entries
    }

    /// The words of a list, or the one word there is.
    fileprivate func items(_ what: String) throws(AccessRulesError) -> [Node.Scalar] {
        switch self {
        case .scalar(let scalar) where !isNothing: return [scalar]
        case .sequence(let sequence):
            var words: [Node.Scalar] = []
            for item in sequence {
                guard case .scalar(let scalar) = item, !item.isNothing else {
                    throw AccessRulesError(
                        line: item.mark?.line ?? mark?.line, "\(what) is a list of words, such as [user:ada, role:moderator]")
                }
                words.append(scalar)
            }
            return words
        default: throw AccessRulesError(line: mark?.line, "\(what) is a list of words, such as [user:ada, role:moderator]")
        }
    }

    /// Reads a word with what says no line of its own.
    fileprivate func reading<Value>(_ body: (String) throws(AccessRulesError) -> Value) throws(AccessRulesError) -> Value {
        guard case .scalar(let scalar) = self, !isNothing else {
            throw AccessRulesError(line: mark?.line, "a value is missing, or is not one word")
        }
        return try scalar.reading(body)
    }
}

extension Node.Scalar {
    fileprivate func reading<Value>(_ body: (String) throws(AccessRulesError) -> Value) throws(AccessRulesError) -> Value {
        do throws(AccessRulesError) {
            return try body(string)
        } catch {
            throw AccessRulesError(line: error.line ?? mark?.line, error.reason)
        }
    }

    fileprivate func unknown(_ known: [String]) -> AccessRulesError {
        AccessRulesError(line: mark?.line, "there is no key “\(string)” here; there are \(known.joined(separator: " and "))")
    }
}
