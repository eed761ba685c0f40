package import Git
import WikiCore

/// Judges what a push brings, while it is still kept apart: every commit by the rules that a browser's edit passes.
///
/// It works on git's values alone; what the index and the wiki's own rules say is asked elsewhere. What the branch holds
/// already never refuses a push. Cost follows what is new, within bounds on each count.
package struct PushPolicy {
    let repository: Repository
    let quarantine: Quarantine
    let rules: PushRules

    /// - Parameters:
    ///   - repository: a handle that also sees what is kept apart.
    ///   - quarantine: what is kept apart, alone.
    package init(repository: Repository, quarantine: Quarantine, rules: PushRules) {
        self.repository = repository
        self.quarantine = quarantine
        self.rules = rules
    }

    /// Looks at all of it. Blocking; throws `PushRefusal`, and `GitError` where the history can't be read.
    package func check(_ commands: [RefCommand]) throws -> CheckedPush {
        if let objection = rules.objection(to: commands) { throw objection }
        try measure()
        let branch = commands.first { $0.kind == .branch }
        var push = CheckedPush(commands: commands, branch: branch)
        if let branch, let new = branch.new { try checkBranch(from: branch.old, to: new, into: &push) }
        try checkTags(commands, tip: branch?.new)
        return push
    }

    /// Bounds on everything together, before anything is unpacked.
    private func measure() throws {
        let contents = try quarantine.contents(objectLimit: rules.objectLimit, byteLimit: rules.unpackedLimit)
        guard contents.objects <= rules.objectLimit else { throw PushRefusal.tooMany(.objects, limit: rules.objectLimit) }
        guard contents.bytes <= rules.unpackedLimit else { throw PushRefusal.tooLarge(limit: rules.unpackedLimit) }
        for (kind, limit) in [
            (Repository.ObjectKind.commit, rules.messageLimit), (.tag, rules.messageLimit), (.tree, rules.folderLimit),
        ] {
            guard let largest = contents.largest[kind], largest.size > limit else { continue }
            throw PushRefusal.objectTooLarge(largest.id, limit: limit)
        }
    }

    private func checkBranch(from old: ObjectID?, to new: ObjectID, into push: inout CheckedPush) throws {
        guard try repository.header(new).kind == .commit else { throw PushRefusal.notCommit(branch: rules.shortBranch) }
        // What the client believes counts only where it is true; the turn asks once more.
        guard try old == tip() else { throw PushRefusal.behind(branch: rules.shortBranch) }
        if let old, try !repository.isReachable(old, from: new) {
            let isBefore = try repository.isReachable(new, from: old)
            throw isBefore ? PushRefusal.rewound(branch: rules.shortBranch) : PushRefusal.behind(branch: rules.shortBranch)
        }
        let ids = try repository.commits(from: [new], hiding: old.map { [$0] } ?? [])
        guard ids.count <= rules.commitLimit else { throw PushRefusal.tooMany(.commits, limit: rules.commitLimit) }
        let oldTree = try old.map { try repository.commit($0).tree }
        var check = CommitCheck(policy: self, oldTree: oldTree)
        for id in ids { try check.check(id, into: &push) }
        try check.checkResult(of: new, into: &push)
    }

    /// Tags have places of their own, and stand on what the branch reaches once the push is in.
    private func checkTags(_ commands: [RefCommand], tip: ObjectID?) throws {
        if let refusal = try Self.places(of: commands, in: repository) { throw refusal }
        for command in commands {
            guard case .tag = command.kind, let new = command.new else { continue }
            guard let tip = try tip ?? self.tip(), let commit = try repository.taggedCommit(new),
                try repository.isReachable(commit, from: tip)
            else {
                throw PushRefusal.tagTarget(name: command.name, branch: rules.shortBranch)
            }
        }
    }

    /// The first tag that has no place beside the others as they are now; asked once more when the push has its turn.
    static func places(of commands: [RefCommand], in repository: Repository) throws -> PushRefusal? {
        let hasTag = commands.contains { if case .tag = $0.kind { true } else { false } }
        return hasTag ? try TagPlaces(repository).refusal(of: commands) : nil
    }

    private func tip() throws -> ObjectID? { try Branch(directory: repository.directory, name: rules.branch).tip() }
}
