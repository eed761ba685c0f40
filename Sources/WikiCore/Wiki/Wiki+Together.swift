import Dispatch
package import Git
import Synchronization

/// Blocking reads on several threads at once that all see one state of the wiki.
private final class SharedState: Sendable {
    private let tips: Mutex<(seen: [ObjectID?], hasFailed: Bool)> = Mutex(([], false))
    private let count: Int
    private let arrived = DispatchSemaphore(value: 0)

    init(count: Int) {
        self.count = count
    }

    /// Waits until all have come; true where all see the same state.
    func meet(_ tip: ObjectID?) -> Bool {
        let isLast = tips.withLock { tips in
            tips.seen.append(tip)
            return tips.seen.count == count || tips.hasFailed
        }
        if isLast { signalAll() } else { arrived.wait() }
        return tips.withLock { tips in !tips.hasFailed && tips.seen.allSatisfy { $0 == tips.seen[0] } }
    }

    /// One will never come: nobody waits for it.
    func fail() {
        tips.withLock { $0.hasFailed = true }
        signalAll()
    }

    private func signalAll() { for _ in 1..<max(2, count) { arrived.signal() } }
}

extension Wiki {
    /// Runs a blocking read on several threads, off the cooperative pool, all on one state of the wiki for as long as they run: what
    /// is saved meanwhile is not seen.
    /// - Parameters:
    ///   - count: how many threads; it must be less than there are readers.
    ///   - body: what each does; its number is given, from 0.
    package func readTogether(_ count: Int, _ body: @escaping @Sendable (WikiSnapshot, Int) throws -> Void) async throws {
        while try await !readOnce(count, body) { try Task.checkCancellation() }
    }

    /// - Returns: false where the wiki moved while the threads gathered; then nothing was run.
    private func readOnce(_ count: Int, _ body: @escaping @Sendable (WikiSnapshot, Int) throws -> Void) async throws -> Bool {
        let state = SharedState(count: count)
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                group.addTask {
                    do {
                        return try await self.read { snapshot in
                            guard state.meet(snapshot.tip) else { return false }
                            try snapshot.index.widened { try body(snapshot, number) }
                            return true
                        }
                    } catch {
                        state.fail()
                        throw error
                    }
                }
            }
            var isDone = true
            for try await result in group { isDone = isDone && result }
            return isDone
        }
    }
}
