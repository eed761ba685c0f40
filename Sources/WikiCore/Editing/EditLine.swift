/// Who waits for the branch, first come first served: edits, and turns of those who move the branch themselves.
///
/// Its length is bounded in number and in bytes, and so is the memory of the process; who comes too late is told so.
struct EditLine {
    /// An edit, and who waits for what becomes of it.
    struct WaitingEdit {
        let edit: Edit
        let answer: CheckedContinuation<Result<EditOutcome, WikiError>, Never>
    }

    private enum Entry {
        case edit(WaitingEdit)
        case turn(EditTurn)
    }

    /// What is next.
    enum Work {
        /// Edits that may share one flush.
        case edits([WaitingEdit])
        case turn(EditTurn)
    }

    /// The most edits of one flush.
    private static let batchLimit = 64
    /// The most that wait, and the most bytes that their edits bring.
    private static let countLimit = 1000
    private static let bytesLimit = 128 << 20

    private var entries: [Entry] = []
    private var bytes = 0

    var isEmpty: Bool { entries.isEmpty }

    /// True where one more of this size fits. One edit is taken in any case, however large the bounds on pages and files are.
    func hasRoom(for size: Int) -> Bool { entries.count < Self.countLimit && (bytes == 0 || bytes + size <= Self.bytesLimit) }

    mutating func append(_ edit: WaitingEdit) {
        bytes += edit.edit.size
        entries.append(.edit(edit))
    }

    mutating func append(_ turn: EditTurn) { entries.append(.turn(turn)) }

    /// Takes out a turn that nobody wants any more; nil where it has begun or was never there.
    mutating func remove(turn id: Int) -> EditTurn? {
        for (index, entry) in entries.enumerated() {
            guard case .turn(let turn) = entry, turn.id == id else { continue }
            entries.remove(at: index)
            return turn
        }
        return nil
    }

    /// Takes out all turns.
    mutating func removeTurns() -> [EditTurn] {
        var turns: [EditTurn] = []
        entries.removeAll { entry in
            guard case .turn(let turn) = entry else { return false }
            turns.append(turn)
            return true
        }
        return turns
    }

    /// Takes out what is next. Edits are taken together as far as the same rules hold for them: one that changes the rules
    /// is the last of its batch.
    mutating func next() -> Work? {
        if case .turn(let turn)? = entries.first {
            entries.removeFirst()
            return .turn(turn)
        }
        var batch: [WaitingEdit] = []
        while batch.count < Self.batchLimit, case .edit(let waiting)? = entries.dropFirst(batch.count).first {
            batch.append(waiting)
            bytes -= waiting.edit.size
            if waiting.edit.changesRules { break }
        }
        entries.removeFirst(batch.count)
        return batch.isEmpty ? nil : .edits(batch)
    }
}
