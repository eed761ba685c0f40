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
    /// - Returns: the references that git moved. It moves one by one, so that a push may be let in and come in by a part.
    func admit(_ checked: CheckedPush, _ push: PendingPush, _ reply: some HookReply) async throws -> Set<[UInt8]> {
        try await wiki.edits.takeTurn(deadline: .seconds(120)) { [self] tip in
            guard push.end.current == nil else { throw CancellationError() }
            if let branch = checked.branch, branch.old != tip { throw PushRefusal.behind(branch: wiki.branch.shortName) }
            try await askPlaces(checked)
            // By the rules that hold now: a role may have gone meanwhile.
            try await askPolicy(checked, push)
            // Written down before the branch moves, so that whoever sees the commits first sees whose they are.
            let number = try await record(checked, push)
            guard push.accept() else {
                await withdraw(number, push)
                throw CancellationError()
            }
            if await !reply.answer(true) { push.kill() }
            let outcome = await push.waitForEnd(killingAfter: Self.movingTime)
            // In a turn nobody else holds these locks; a killed git leaves its own.
            if outcome.wasKilled { removeStaleLocks(checked) }
            // Once git may have moved the branch, only the certainty that it did not takes the record back: a commit that nothing is
            // known of would count for whoever it names as its author.
            let moved = try await moved(checked)
            if let branch = checked.branch, !moved.contains(branch) { await withdraw(number, push) }
            try await makeDurable(moved)
            await note(moved, of: checked, push)
            return Set(moved.map(\.name))
        }
    }

    /// Another push may have made a tag since this one was looked at.
    private func askPlaces(_ checked: CheckedPush) async throws {
        let directory = directory
        let refusal = try await queue.run { try PushPolicy.places(of: checked.commands, in: Repository(directory: directory)) }
        if let refusal { throw refusal }
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

    /// Takes the record of a push back that came to nothing after all.
    private func withdraw(_ number: Int64?, _ push: PendingPush) async {
        if let number { try? await members.pushes.withdraw(number, by: push.visitor.context) }
    }
}
