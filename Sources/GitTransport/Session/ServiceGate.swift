import Synchronization

/// Lets only so many of one service run at once, and at most half of them for one account or network. Who comes later waits a
/// moment in a line of bounded length, and is then told to come again; a client that stands still gives its place up to it.
package final class ServiceGate: Sendable {
    /// No place became free in time.
    struct Full: Error, Hashable {}

    /// Whom a place counts for.
    enum Holder: Hashable {
        /// An account, by its number, from wherever.
        case account(Int64)
        /// A network in which nobody is known.
        case network([UInt8])

        /// The network of an address.
        static func network(of address: String) -> Holder { .network(FailureRate.network(address)) }
    }

    /// A place, given back with the last reference to it.
    final class Ticket: Sendable {
        /// Sees whether the client stands still.
        let watch: StallWatch
        private let gate: ServiceGate
        private let number: Int

        fileprivate init(_ gate: ServiceGate, _ number: Int, _ watch: StallWatch) {
            self.gate = gate
            self.number = number
            self.watch = watch
        }

        deinit {
            gate.leave(number)
        }
    }

    private struct Place {
        let holder: Holder?
        let watch: StallWatch
    }

    private struct State {
        var places: [Int: Place] = [:]
        /// How many places each holder has.
        var held: [Holder: Int] = [:]
        var next = 0
        var line: [(id: Int, holder: Holder?, continuation: CheckedContinuation<Ticket?, Never>)] = []
        /// Those who wait, or are about to; what is not in it has its answer.
        var expected: [Int: Holder?] = [:]
    }

    private let limit: Int
    private let share: Int
    private let lineLength: Int
    private let standstill: Duration
    private let makeWatch: @Sendable () -> StallWatch
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: how many run at once.
    ///   - lineLength: how many wait.
    ///   - standstill: how long a client may stand still while others wait.
    ///   - watch: makes what sees that.
    init(
        limit: Int, lineLength: Int = 64, standstill: Duration = .seconds(60),
        watch: @escaping @Sendable () -> StallWatch = { StallWatch() }
    ) {
        self.limit = max(1, limit)
        share = max(1, limit / 2)
        self.lineLength = lineLength
        self.standstill = standstill
        makeWatch = watch
    }

    /// How many run now.
    var running: Int { state.withLock { $0.places.count } }

    /// Takes a place, at once or within `patience`.
    /// - Parameter holder: whom it counts for; nil for nobody.
    /// - Throws: `Full`; `CancellationError` where the task is cancelled while it waits.
    func enter(as holder: Holder? = nil, patience: Duration) async throws -> Ticket {
        let (ticket, id) = try state.withLock { state throws(Full) -> (Ticket?, Int) in
            if let ticket = take(holder, &state) { return (ticket, 0) }
            guard state.line.count < lineLength else { throw Full() }
            let fellows = holder.map { holder in state.expected.values.count { $0 == holder } } ?? 0
            guard fellows < max(1, lineLength / 2) else { throw Full() }
            recallOne(for: holder, state)
            state.next += 1
            state.expected.updateValue(holder, forKey: state.next)
            return (nil, state.next)
        }
        if let ticket { return ticket }
        let clock = Task {
            try await Task.sleep(for: patience)
            drop(id)
        }
        defer { clock.cancel() }
        let found = await withTaskCancellationHandler {
            await withCheckedContinuation { stand(id, holder, $0) }
        } onCancel: {
            drop(id)
        }
        if let found { return found }
        try Task.checkCancellation()
        throw Full()
    }

    /// Takes a free place, unless the holder has its share.
    private func take(_ holder: Holder?, _ state: inout State) -> Ticket? {
        guard state.places.count < limit else { return nil }
        if let holder {
            guard state.held[holder, default: 0] < share else { return nil }
            state.held[holder, default: 0] += 1
        }
        state.next += 1
        let watch = makeWatch()
        state.places[state.next] = Place(holder: holder, watch: watch)
        return Ticket(self, state.next, watch)
    }

    /// Calls back the place whose client has stood still for longest, if that is too long: one for each who comes to wait. Where
    /// others have their share, it is one of theirs.
    private func recallOne(for holder: Holder?, _ state: State) {
        let isFull = state.places.count >= limit
        let standing = state.places.values.filter { isFull || $0.holder == holder }
            .map { (watch: $0.watch, time: $0.watch.standstill) }.filter { $0.time >= standstill }
        for place in standing.sorted(by: { $0.time > $1.time }) where place.watch.recall() { return }
    }

    private func stand(_ id: Int, _ holder: Holder?, _ continuation: CheckedContinuation<Ticket?, Never>) {
        let answer = state.withLock { state -> Ticket?? in
            guard state.expected.keys.contains(id) else { return .some(nil) }
            if let ticket = take(holder, &state) {
                state.expected.removeValue(forKey: id)
                return ticket
            }
            state.line.append((id, holder, continuation))
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    /// Takes somebody out of the line, or lets nobody of that number into it.
    private func drop(_ id: Int) {
        let waiting = state.withLock { state -> CheckedContinuation<Ticket?, Never>? in
            state.expected.removeValue(forKey: id)
            guard let place = state.line.firstIndex(where: { $0.id == id }) else { return nil }
            return state.line.remove(at: place).continuation
        }
        waiting?.resume(returning: nil)
    }

    /// The place goes to the first in line who may have it.
    private func leave(_ number: Int) {
        let next = state.withLock { state -> (continuation: CheckedContinuation<Ticket?, Never>, ticket: Ticket)? in
            let holder = state.places.removeValue(forKey: number)?.holder
            if let holder, let held = state.held[holder] { state.held[holder] = held > 1 ? held - 1 : nil }
            for place in state.line.indices {
                guard let ticket = take(state.line[place].holder, &state) else { continue }
                let first = state.line.remove(at: place)
                state.expected.removeValue(forKey: first.id)
                return (first.continuation, ticket)
            }
            return nil
        }
        next?.continuation.resume(returning: next?.ticket)
    }
}
