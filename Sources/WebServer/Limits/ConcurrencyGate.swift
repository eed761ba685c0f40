import Synchronization

/// Lets only so many costly views run at once, apart from page views, so that a crawler that walks every pair of
/// revisions slows nobody. Those who come later wait in a line of bounded length, first come first served.
package final class ConcurrencyGate: Sendable {
    /// The line is full.
    package struct Full: Error, Sendable, Equatable {
        /// In how many seconds it may be worth another try.
        package let retryAfter: Int
    }

    private struct State {
        var running = 0
        var nextTicket = 0
        /// Those who wait. A cancelled one is taken out, so the line never holds a dead continuation.
        var line: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        /// Tickets cancelled before they stood in line.
        var cancelled: Set<Int> = []
    }

    private let limit: Int
    private let lineLength: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: how many run at once.
    ///   - lineLength: how many wait.
    package init(limit: Int, lineLength: Int) {
        self.limit = max(1, limit)
        self.lineLength = max(0, lineLength)
    }

    /// Runs the work when its turn comes. Throws ``Full`` at once where the line is full, `CancellationError` where the
    /// task is cancelled while it waits, else what the work throws.
    package func run<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        return try await work()
    }

    /// How many wait now.
    package var waiting: Int { state.withLock { $0.line.count } }

    private func enter() async throws {
        let ticket = try state.withLock { state throws(Full) -> Int? in
            if state.running < limit {
                state.running += 1
                return nil
            }
            guard state.line.count < lineLength else { throw Full(retryAfter: 2) }
            state.nextTicket += 1
            return state.nextTicket
        }
        guard let ticket else { return }
        let isMyTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                stand(ticket, continuation)
            }
        } onCancel: {
            cancel(ticket)
        }
        // A cancellation that came just as the turn was given left its mark behind.
        state.withLock { _ = $0.cancelled.remove(ticket) }
        guard isMyTurn else { throw CancellationError() }
    }

    private func stand(_ ticket: Int, _ continuation: CheckedContinuation<Bool, Never>) {
        let answer = state.withLock { state -> Bool? in
            if state.cancelled.remove(ticket) != nil { return false }
            if state.running < limit {
                state.running += 1
                return true
            }
            state.line.append((ticket, continuation))
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private func cancel(_ ticket: Int) {
        let waiting = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard let place = state.line.firstIndex(where: { $0.ticket == ticket }) else {
                state.cancelled.insert(ticket)
                return nil
            }
            return state.line.remove(at: place).continuation
        }
        waiting?.resume(returning: false)
    }

    /// The place goes to the first in line without ever being free.
    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard !state.line.isEmpty else {
                state.running -= 1
                return nil
            }
            return state.line.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
