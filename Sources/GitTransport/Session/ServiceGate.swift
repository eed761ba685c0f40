import Synchronization

/// Lets only so many of one service run at once, and at most half of them for one network. Who comes later waits a moment in a
/// line of bounded length, and is then told to come again.
package final class ServiceGate: Sendable {
    /// No place became free in time.
    struct Full: Error, Hashable {}

    /// A place, given back with the last reference to it.
    final class Ticket: Sendable {
        private let gate: ServiceGate
        private let network: [UInt8]?

        fileprivate init(_ gate: ServiceGate, _ network: [UInt8]?) {
            self.gate = gate
            self.network = network
        }

        deinit {
            gate.leave(network)
        }
    }

    private struct State {
        var running = 0
        /// How many places each network has.
        var held: [[UInt8]: Int] = [:]
        var next = 0
        var line: [(id: Int, network: [UInt8]?, continuation: CheckedContinuation<Bool, Never>)] = []
        /// Those who wait, or are about to; what is not in it has its answer.
        var expected: [Int: [UInt8]?] = [:]
    }

    private let limit: Int
    private let share: Int
    private let lineLength: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: how many run at once.
    ///   - lineLength: how many wait.
    init(limit: Int, lineLength: Int = 64) {
        self.limit = max(1, limit)
        share = max(1, limit / 2)
        self.lineLength = lineLength
    }

    /// How many run now.
    var running: Int { state.withLock { $0.running } }

    /// Takes a place, at once or within `patience`.
    /// - Parameter address: of the client; nil where it counts for nobody.
    /// - Throws: `Full`; `CancellationError` where the task is cancelled while it waits.
    func enter(from address: String? = nil, patience: Duration) async throws -> Ticket {
        let network = address.map(FailureRate.network)
        let id = try state.withLock { state throws(Full) -> Int? in
            if take(network, &state) { return nil }
            guard state.line.count < lineLength else { throw Full() }
            let fellows = network.map { network in state.expected.values.count { $0 == network } } ?? 0
            guard fellows < max(1, lineLength / 2) else { throw Full() }
            state.next += 1
            state.expected.updateValue(network, forKey: state.next)
            return state.next
        }
        guard let id else { return Ticket(self, network) }
        let clock = Task {
            try await Task.sleep(for: patience)
            drop(id)
        }
        defer { clock.cancel() }
        let isIn = await withTaskCancellationHandler {
            await withCheckedContinuation { stand(id, network, $0) }
        } onCancel: {
            drop(id)
        }
        if isIn { return Ticket(self, network) }
        try Task.checkCancellation()
        throw Full()
    }

    /// Takes a free place, unless the network has its share.
    private func take(_ network: [UInt8]?, _ state: inout State) -> Bool {
        guard state.running < limit else { return false }
        if let network {
            guard state.held[network, default: 0] < share else { return false }
            state.held[network, default: 0] += 1
        }
        state.running += 1
        return true
    }

    private func stand(_ id: Int, _ network: [UInt8]?, _ continuation: CheckedContinuation<Bool, Never>) {
        let answer = state.withLock { state -> Bool? in
            guard state.expected.keys.contains(id) else { return false }
            if take(network, &state) {
                state.expected.removeValue(forKey: id)
                return true
            }
            state.line.append((id, network, continuation))
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    /// Takes somebody out of the line, or lets nobody of that number into it.
    private func drop(_ id: Int) {
        let waiting = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            state.expected.removeValue(forKey: id)
            guard let place = state.line.firstIndex(where: { $0.id == id }) else { return nil }
            return state.line.remove(at: place).continuation
        }
        waiting?.resume(returning: false)
    }

    /// The place goes to the first in line who may have it.
    private func leave(_ network: [UInt8]?) {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            state.running -= 1
            if let network, let held = state.held[network] { state.held[network] = held > 1 ? held - 1 : nil }
            guard let place = state.line.indices.first(where: { take(state.line[$0].network, &state) }) else { return nil }
            let first = state.line.remove(at: place)
            state.expected.removeValue(forKey: first.id)
            return first.continuation
        }
        next?.resume(returning: true)
    }
}
