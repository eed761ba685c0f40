import Community
import Git
import Logging
import WikiCore

/// What git has done with the references of a push that was let in: it moves each by itself, and one that fails holds up no other.
extension PushDesk {
    /// The commands whose references stand where they should, or further on.
    func moved(_ checked: CheckedPush) async throws -> [RefCommand] {
        let directory = directory
        return try await queue.run { try checked.commands.filter { try Self.isMoved($0, in: directory) } }
    }

    private static func isMoved(_ command: RefCommand, in directory: String) throws -> Bool {
        let tip = try Branch(directory: directory, name: String(decoding: command.name, as: UTF8.self)).tip()
        guard let tip, let new = command.new else { return false }
        if tip == new { return true }
        // Somebody with plain git went on from there already.
        return try command.kind == .branch && Repository(directory: directory).isReachable(new, from: tip)
    }

    /// Git flushes objects and the reference's file, and no folder that names them.
    func makeDurable(_ moved: [RefCommand]) async throws {
        let directory = directory
        try await queue.run {
            guard !moved.isEmpty else { return }
            try Repository(directory: directory).flushObjects()
            for command in moved {
                try Branch(directory: directory, name: String(decoding: command.name, as: UTF8.self)).flush()
            }
        }
    }

    /// Removes what a killed git left of the references that it was told to move.
    func removeStaleLocks(_ checked: CheckedPush) {
        for command in checked.commands {
            Branch(directory: directory, name: String(decoding: command.name, as: UTF8.self)).removeStaleLock()
        }
    }

    /// Writes down what the list of pushes does not hold, now that it is so: tags, other rules, and what git left where it was. The
    /// commit says how.
    func note(_ moved: [RefCommand], of checked: CheckedPush, _ push: PendingPush) async {
        var entries: [AuditEntry] = []
        for command in checked.commands {
            let target = String(decoding: command.name, as: UTF8.self)
            if !moved.contains(command) {
                logger.error("git was told to move \(TerminalText.escaped(command.name)), and did not")
                entries.append(AuditEntry(.pushRefused, by: push.visitor.context, target: target, detail: "not moved by git"))
            } else if case .tag = command.kind {
                entries.append(AuditEntry(.push, by: push.visitor.context, target: target, detail: command.new?.short))
            }
        }
        if let branch = checked.branch, moved.contains(branch), checked.touched[SettingsFile.access] != nil {
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
}
