import Community
import Git
import Logging
import WikiCore

extension PushDesk {
    /// How long git may take to move references that it was told to move.
    private static let movingTime = Duration.seconds(45)

    /// Looks at everything that a push brings, without a turn: this is what lasts. What is accepted is on the disk before
    /// anything can name it.
    func judge(_ request: HookRequest, _ push: PendingPush) async throws -> CheckedPush {
        let folder = try quarantine(request.quarantine)
        let (directory, rules) = (directory, rules(for: push.visitor))
        let checked = try await queue.run {
            let repository = try folder.map { try Repository(directory: directory, quarantine: $0) } ?? Repository(directory: directory)
            let policy = PushPolicy(repository: repository, quarantine: try Quarantine(folder: folder), rules: rules)
            let checked = try policy.check(request.commands)
            try repository.flushObjects()
            return checked
        }
        await wiki.freshen()
        try await wiki.read { snapshot in
            if let refusal = try PushTwins(snapshot: snapshot).first(in: checked) { throw refusal }
        }
        try await askPolicy(checked, push)
        return checked
    }

    /// Takes a turn among the edits, lets the push in if nothing has changed meanwhile, and keeps the turn until the
    /// references are moved and durable. When this returns, the index shows the push.
    func admit(_ checked: CheckedPush, _ push: PendingPush, _ reply: some HookReply) async throws {
        try await wiki.edits.takeTurn(deadline: .seconds(120)) { [self] tip in
            guard push.end.current == nil else { throw CancellationError() }
            if let branch = checked.branch, branch.old != tip { throw PushRefusal.behind(branch: wiki.branch.shortName) }
            // By the rules that hold now: a role may have gone meanwhile.
            try await askPolicy(checked, push)
            // Written down before the branch moves, so that whoever sees the commits first sees whose they are.
            let number = try await record(checked, push)
            // Once git may have moved the branch, only the certainty that it did not takes the record back: a commit that nothing is
            // known of would count for whoever it names as its author.
            var isCertain = true
            do {
                guard push.accept() else { throw CancellationError() }
                isCertain = false
                if await !reply.answer(true) { push.kill() }
                let outcome = await push.waitForEnd(killingAfter: Self.movingTime)
                // In a turn nobody else holds the branch's lock; a killed git leaves its own.
                if outcome.wasKilled { wiki.branch.removeStaleLock() }
                guard try await isMoved(checked) else { throw Unmoved() }
            } catch {
                if let number, isCertain || error is Unmoved { try? await members.pushes.withdraw(number, by: push.visitor.context) }
                throw error
            }
            try await makeDurable(checked)
            await noteMoved(checked, push)
        }
    }

    /// Writes down what the list of pushes does not hold, now that it is so: tags, and other rules. The commit says how.
    private func noteMoved(_ checked: CheckedPush, _ push: PendingPush) async {
        var entries: [AuditEntry] = []
        for command in checked.commands {
            guard case .tag(let name) = command.kind else { continue }
            let target = "refs/tags/\(String(decoding: name, as: UTF8.self))"
            entries.append(AuditEntry(.push, by: push.visitor.context, target: target, detail: command.new?.short))
        }
        if checked.touched[SettingsFile.access] != nil {
            entries.append(AuditEntry(.rulesChanged, by: push.visitor.context, target: SettingsFile.access.display))
        }
        for entry in entries {
            do {
                try await members.audit.record(entry)
            } catch {
                logger.error("\(entry.action) was not written down: \(error)")
            }
        }
    }

    private func askPolicy(_ checked: CheckedPush, _ push: PendingPush) async throws {
        let (policy, editor) = (policy, push.visitor.actor.editor)
        try await wiki.read { snapshot in
            let paths = checked.touched.keys.sorted()
            guard let objection = try policy.objection(to: editor, changing: paths, in: snapshot) else { return }
            var path: GitPath?
            if case .protected(let protected) = objection { path = protected }
            throw PushRefusal.rule(objection, path: path, commit: path.flatMap { checked.touched[$0] })
        }
    }

    /// Writes down who pushed what; the number of the push, nil where only tags come.
    private func record(_ checked: CheckedPush, _ push: PendingPush) async throws -> Int64? {
        let visitor = push.visitor
        guard let branch = checked.branch, let new = branch.new else { return nil }
        let commits = checked.commits.map { PushedCommit(id: $0.id, people: $0.people) }
        return try await members.pushes.record(name: visitor.name, old: branch.old, new: new, commits: commits, by: visitor.context).id
    }

    /// True where every reference of the push stands where it should, or further on.
    private func isMoved(_ checked: CheckedPush) async throws -> Bool {
        let directory = directory
        return try await queue.run {
            for command in checked.commands {
                let tip = try Branch(directory: directory, name: String(decoding: command.name, as: UTF8.self)).tip()
                guard let tip, let new = command.new else { return false }
                if tip == new { continue }
                // Somebody with plain git went on from there already.
                guard command.kind == .branch, try Repository(directory: directory).isReachable(new, from: tip) else { return false }
            }
            return true
        }
    }

    /// Git flushes objects and the reference's file, and no folder that names them.
    private func makeDurable(_ checked: CheckedPush) async throws {
        let directory = directory
        try await queue.run {
            try Repository(directory: directory).flushObjects()
            for command in checked.commands {
                try Branch(directory: directory, name: String(decoding: command.name, as: UTF8.self)).flush()
            }
        }
    }
}
