import StaticExport
import Synchronization

/// Which links that lead nowhere somebody who watches an export has been told of.
final class ToldLinks: Sendable {
    private let known: Mutex<Set<BrokenLink>>

    /// - Parameter broken: those that are told already.
    init(_ broken: [BrokenLink]) { known = Mutex(Set(broken)) }

    /// Those of a run that the run before did not have; they are told now.
    func new(of broken: [BrokenLink]) -> [BrokenLink] {
        known.withLock { known in
            defer { known = Set(broken) }
            return broken.filter { !known.contains($0) }
        }
    }
}
