import Git
import Synchronization
import WikiCore

/// Has nothing against an editor the first time, and shuts everybody out from then on: as though the account were blocked after
/// a push was looked at, and before its turn came.
final class SecondThoughts: EditPolicy {
    private let count = Mutex(0)

    /// How often it was asked.
    var asked: Int { count.withLock { $0 } }

    func objection(to editor: Editor, changing files: [GitPath], in snapshot: WikiSnapshot) -> WikiError? {
        count.withLock { count in
            count += 1
            return count > 1 ? .blocked : nil
        }
    }
}
