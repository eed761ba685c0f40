import Git

/// Looks at all names of a wiki: those that no new page or file could have, and those that the forgiving lookup can't tell
/// apart. Holds all of them in memory.
struct NameCensus {
    private let policy: NamePolicy
    private var names: [String: (path: GitPath, file: GitPath)] = [:]
    private var folders: [String: GitPath] = [:]
    private var seenFolders: Set<GitPath> = []
    private var found: [Finding] = []

    init(policy: NamePolicy) {
        self.policy = policy
    }

    /// Takes a page or part.
    mutating func take(_ page: Page) {
        take(page.path, file: page.file, problem: policy.problem(with: page.path, isPart: page.isPart))
    }

    /// Takes any other file below the pages root.
    mutating func take(_ file: WikiFile, path: GitPath) {
        let problem = policy.problem(with: path)
        // `_images/` and its like are no parts, and as good as any other name.
        take(path, file: file.file, problem: problem == .leadingCharacter("_") ? nil : problem)
    }

    private mutating func take(_ path: GitPath, file: GitPath, problem: NameProblem?) {
        if let problem { found.append(Finding(kind: .hardName, path: path, detail: problem.words)) }
        let key = LookupKey.of(path)
        if let other = names[key] {
            found.append(Finding(kind: .alikeName, path: path, detail: other.file.display))
        } else {
            names[key] = (path, file)
        }
        var folder = path.parent
        while !folder.isRoot, seenFolders.insert(folder).inserted {
            if let other = folders.updateValue(folder, forKey: LookupKey.of(folder)) {
                found.append(Finding(kind: .alikeName, path: folder, detail: other.display))
            }
            folder = folder.parent
        }
    }

    /// What there is to tell, once all were taken.
    var findings: [Finding] {
        // A page beside a folder of its very name is that folder's page.
        let beside = seenFolders.sorted().compactMap { folder -> Finding? in
            guard let other = names[LookupKey.of(folder)], other.path != folder else { return nil }
            return Finding(kind: .alikeName, path: folder, detail: other.file.display)
        }
        return found + beside
    }
}

extension NameProblem {
    /// What is wrong, for the command line.
    fileprivate var words: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong(let limit): "a part of it is longer than \(limit) bytes"
        case .pathTooLong(let limit): "it is longer than \(limit) bytes"
        case .notUTF8: "it is not UTF-8"
        case .notCanonical: "it is not in Unicode's normal form C"
        case .controlCharacter: "it holds a control character"
        case .backslash: "it holds a backslash"
        case .leadingCharacter(let character): "a part of it begins with \(character)"
        case .reservedEnding: "a part of it ends in a space, a dot or .git"
        case .tooAlike(let other): "it is like \(other)"
        }
    }
}
