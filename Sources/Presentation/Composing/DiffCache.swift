package import Git
package import Prose
import Synchronization

/// Differences in memory, a bounded number of bytes of them, by the two texts and how they were compared: whoever changes the view
/// of a difference, or shows it to others, asks for the same again. What was not asked for the longest goes first.
package final class DiffCache: Sendable {
    private struct Key: Hashable {
        let old: ObjectID?
        let new: ObjectID?
        let ignoresSpace: Bool
    }

    private struct State {
        var differences: [Key: ProseDiff] = [:]
        /// The least recently asked first.
        var order: [Key] = []
        var bytes = 0
    }

    private let state = Mutex(State())
    private let limit: Int
    /// However small they are, no more are kept, so that their order is cheap to keep.
    private static let mostEntries = 200

    /// - Parameter limit: about how many bytes may be kept.
    package init(limit: Int = 16 << 20) {
        self.limit = limit
    }

    /// The difference of two texts, from here or made anew.
    /// - Parameters:
    ///   - oldBlob, newBlob: what the texts are stored as; nil for what is empty since there is none.
    ///   - budget: operations; only what was made with the usual number or more is kept.
    package func diff(
        old: [UInt8], _ oldBlob: ObjectID?, new: [UInt8], _ newBlob: ObjectID?, ignoresSpace: Bool = false,
        budget: Int = ProseDiff.defaultBudget
    ) -> ProseDiff {
        let key = Key(old: oldBlob, new: newBlob, ignoresSpace: ignoresSpace)
        if let known = known(key) { return known }
        let diff = ProseDiff(old: old, new: new, ignoresSpace: ignoresSpace, budget: budget)
        if budget >= ProseDiff.defaultBudget { keep(diff, key) }
        return diff
    }

    private func known(_ key: Key) -> ProseDiff? {
        state.withLock { state in
            guard let known = state.differences[key] else { return nil }
            state.order.removeAll { $0 == key }
            state.order.append(key)
            return known
        }
    }

    private func keep(_ diff: ProseDiff, _ key: Key) {
        let size = Self.size(of: diff)
        guard size <= limit / 4 else { return }
        state.withLock { state in
            guard state.differences.updateValue(diff, forKey: key) == nil else { return }
            state.order.append(key)
            state.bytes += size
            while state.bytes > limit || state.order.count > Self.mostEntries, !state.order.isEmpty {
                if let old = state.differences.removeValue(forKey: state.order.removeFirst()) { state.bytes -= Self.size(of: old) }
            }
        }
    }

    private static func size(of diff: ProseDiff) -> Int {
        let texts = [diff.old, diff.new].reduce(0) { $0 + $1.text.count + $1.lines.count * 16 + $1.blocks.count * 128 }
        return 1024 + texts + diff.changes.reduce(0) { $0 + 160 + $1.pieces.count * 64 }
    }
}
