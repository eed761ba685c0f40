import Git
import WikiCore

/// Goes through the commits of a push, one after another.
struct CommitCheck {
    private let policy: PushPolicy
    private let oldTree: ObjectID?
    private var comparison: TreeComparison
    /// Blobs that were looked at already: as a page, or as any other file.
    private var goodPages: Set<ObjectID> = []
    private var goodFiles: Set<ObjectID> = []
    /// Whom the commits name so far.
    private var people = PeopleBound()

    private var repository: Repository { policy.repository }
    private var rules: PushRules { policy.rules }

    /// The last second of the year 9999.
    private static let lastTime: Int64 = 253_402_300_799
    /// The widest time zone, in minutes.
    private static let widestZone = 14 * 60

    /// - Parameter oldTree: the tree of the branch as it stands; nil while it is not born.
    init(policy: PushPolicy, oldTree: ObjectID?) {
        self.policy = policy
        self.oldTree = oldTree
        let quarantine = policy.quarantine
        comparison = TreeComparison(policy.repository, budget: policy.rules.pathLimit) { quarantine.contains($0) }
    }

    /// Judges one commit, and notes what it touches.
    mutating func check(_ id: ObjectID, into push: inout CheckedPush) throws {
        let commit = try repository.commit(id)
        let named = CommitPerson.all(of: commit)
        guard people.takes(named, limit: rules.peopleLimit) else { throw PushRefusal.tooMany(.people, limit: rules.peopleLimit) }
        do throws(CommitProblem) {
            try checkHead(commit, named)
            let changes = try touched(by: commit)
            let leaving = pagesLeaving(changes)
            for change in changes {
                try check(change, leaving: leaving)
                if push.touched[change.path] == nil { push.touched[change.path] = id }
            }
        } catch {
            throw error.refusal(of: id, pathLimit: rules.pathLimit)
        }
        push.commits.append(CheckedPush.NewCommit(id: id, people: named))
    }

    /// Judges what the branch holds afterwards: how much it is, and its settings.
    mutating func checkResult(of new: ObjectID, into push: inout CheckedPush) throws {
        let tree = try repository.commit(new).tree
        do throws(CommitProblem) {
            let changes = try CommitProblem.wrapping { try comparison.changes(from: oldTree, to: tree) }
            let leaving = pagesLeaving(changes)
            for change in changes {
                if change.old == nil { push.added.append(change.path) }
                if change.new == nil { push.removed.insert(change.path) }
                // A merge may bring back what an old parent has: no commit alone tells of it, the branch changes all the same.
                guard push.touched[change.path] == nil else { continue }
                try check(change, leaving: leaving)
                push.touched[change.path] = new
            }
            try checkAmount(changes, tree, isLarger: !push.added.isEmpty)
            try checkSettings(changes)
        } catch {
            throw error.refusal(of: new, pathLimit: rules.pathLimit)
        }
    }

    // MARK: One commit

    private func checkHead(_ commit: Commit, _ people: [CommitPerson]) throws(CommitProblem) {
        guard commit.parents.count <= rules.parentLimit else { throw .fault(.parents(limit: rules.parentLimit)) }
        for signature in [commit.author, commit.committer] {
            guard (0...Self.lastTime).contains(signature.time) else { throw .fault(.date) }
            guard abs(signature.offset) <= Self.widestZone else { throw .fault(.zone) }
        }
        guard commit.summary.unicodeScalars.count <= rules.limits.summary else { throw .fault(.summary(limit: rules.limits.summary)) }
        guard let isOwn = rules.isOwn else { return }
        for (position, person) in people.enumerated() {
            guard try CommitProblem.wrapping({ try !isOwn(person.email) }) else { continue }
            throw .fault(position == 0 ? .author(person.email) : .coAuthor(person.email))
        }
    }

    /// What a commit changes: the files that differ from every parent. `old` is what any of the parents has.
    private mutating func touched(by commit: Commit) throws(CommitProblem) -> [TreeChange] {
        var result: [TreeChange]?
        for parent in commit.parents {
            guard let tree = try tree(ofParent: parent) else { continue }
            let changes = try CommitProblem.wrapping { try comparison.changes(from: tree, to: commit.tree) }
            guard let known = result else {
                result = changes
                continue
            }
            let others = Dictionary(changes.map { ($0.path, $0.old) }) { first, _ in first }
            result = known.compactMap { change in
                guard let other = others[change.path] else { return nil }
                return TreeChange(path: change.path, old: change.old ?? other, new: change.new)
            }
        }
        if let result { return result }
        return try CommitProblem.wrapping { try comparison.changes(from: nil, to: commit.tree) }
    }

    /// Nil beyond the edge of a shallow history.
    private func tree(ofParent id: ObjectID) throws(CommitProblem) -> ObjectID? {
        if repository.isShallow, !repository.contains(id) { return nil }
        return try CommitProblem.wrapping { try repository.commit(id).tree }
    }

    // MARK: One file

    /// - Parameter leaving: the texts of pages that go elsewhere or nowhere at the same time.
    private mutating func check(_ change: TreeChange, leaving: Set<ObjectID>) throws(CommitProblem) {
        if SettingsFile.contains(change.path), !rules.mayConfigure { throw .file(change.path, .settings) }
        guard let entry = change.new else { return }
        let before = if let old = change.old { old } else { try existing(change.path) }
        if before == nil, let problem = rules.problem(withNewFile: change.path) { throw .file(change.path, .name(problem)) }
        switch entry.kind {
        case .symlink where before?.kind != .symlink: throw .file(change.path, .symlink)
        case .submodule where before?.kind != .submodule: throw .file(change.path, .submodule)
        case .symlink, .submodule, .folder: break
        case .file: try checkContent(entry.id, change.path, isHeldAlready: entry.id == before?.id || leaving.contains(entry.id))
        }
    }

    /// What the branch holds at a path already: such a name stays allowed.
    private func existing(_ path: GitPath) throws(CommitProblem) -> TreeEntry? {
        guard let oldTree else { return nil }
        return try CommitProblem.wrapping { try repository.entry(at: path, in: oldTree) }
    }

    private func isPage(_ path: GitPath) -> Bool {
        switch rules.layout.role(of: path) {
        case .page, .part: true
        case .attachment, .outside, .hidden: false
        }
    }

    /// The texts of pages that are deleted or renamed.
    private func pagesLeaving(_ changes: [TreeChange]) -> Set<ObjectID> {
        Set(changes.lazy.filter { $0.new == nil && isPage($0.path) }.compactMap { $0.old?.id })
    }

    /// A file that the wiki holds already it may hold under another name, too. A page is a text wherever its bytes come from,
    /// but for one that was a page before.
    private mutating func checkContent(_ blob: ObjectID, _ path: GitPath, isHeldAlready: Bool) throws(CommitProblem) {
        let isPage = isPage(path)
        let isKnown = isPage ? isHeldAlready : !policy.quarantine.contains(blob)
        guard !isKnown, isPage ? goodPages.insert(blob).inserted : goodFiles.insert(blob).inserted else { return }
        let limit = isPage || SettingsFile.contains(path) ? rules.limits.page : rules.limits.attachment
        let (kind, size) = try CommitProblem.wrapping { try repository.header(blob) }
        guard kind == .blob, size <= limit else { throw .file(path, .tooLarge(limit: limit)) }
        guard isPage else { return }
        let text = try CommitProblem.wrapping { try repository.blob(blob) }
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil else { throw .file(path, .notText) }
    }

    // MARK: The result

    /// One text may stand under a million names: what the wiki would have to read is bounded, whatever was sent.
    private mutating func checkAmount(_ changes: [TreeChange], _ tree: ObjectID, isLarger: Bool) throws(CommitProblem) {
        var sizes: [ObjectID: Int] = [:]
        var bytes = 0
        for change in changes {
            guard let entry = change.new, entry.kind == .file else { continue }
            let size = if let known = sizes[entry.id] { known } else { try CommitProblem.wrapping { try repository.header(entry.id).size } }
            sizes[entry.id] = size
            bytes += size
            guard bytes <= rules.unpackedLimit else { throw .refusal(.tooLarge(limit: rules.unpackedLimit)) }
        }
        // Whatever the push is like: many small ones come to as much as a large one.
        guard isLarger else { return }
        let files = try CommitProblem.wrapping { try comparison.paths(below: tree) }
        guard files <= rules.fileLimit else { throw .refusal(.tooMany(.paths, limit: rules.fileLimit)) }
    }

    private func checkSettings(_ changes: [TreeChange]) throws(CommitProblem) {
        for change in changes where SettingsFile.contains(change.path) {
            guard let entry = change.new, entry.kind == .file else { continue }
            let text = try CommitProblem.wrapping { try repository.blob(entry.id) }
            if let fault = rules.settingsFault(text, change.path) { throw .file(change.path, .rules(fault)) }
        }
    }
}
