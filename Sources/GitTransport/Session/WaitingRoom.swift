import Synchronization

/// The memory in which the beginnings of requests stand that have no place yet. Each has a little of its own, so that the many of
/// one holder keep nobody else out.
final class WaitingRoom: Sendable {
    /// There is no room left for this holder, or for anybody.
    struct Full: Error, Hashable {}

    /// What one request takes, given back with the last reference to it. For one task at a time.
    // Unchecked: `take` is called by the one task that reads the request, before anybody else has the seat.
    final class Seat: @unchecked Sendable {
        private let room: WaitingRoom
        private let holder: ServiceGate.Holder?
        private var bytes = 0

        fileprivate init(_ room: WaitingRoom, _ holder: ServiceGate.Holder?) {
            self.room = room
            self.holder = holder
        }

        deinit {
            room.change(by: -max(0, bytes - WaitingRoom.own), holder)
        }

        /// Takes room for so many bytes more.
        func take(_ count: Int) throws(Full) {
            let more = max(0, bytes + count - WaitingRoom.own) - max(0, bytes - WaitingRoom.own)
            guard room.take(more, holder) else { throw Full() }
            bytes += count
        }
    }

    private struct State {
        var bytes = 0
        var held: [ServiceGate.Holder: Int] = [:]
    }

    /// So many bytes of each request need no room: what almost every one comes to.
    static let own = 16 << 10

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: how many bytes there is room for; a quarter of them for one holder.
    init(limit: Int) {
        self.limit = limit
    }

    /// How many bytes are taken now, but for what is each request's own.
    var taken: Int { state.withLock { $0.bytes } }

    /// A seat for one request.
    /// - Parameter holder: whom it counts for; nil for nobody.
    func seat(for holder: ServiceGate.Holder?) -> Seat { Seat(self, holder) }

    private func take(_ count: Int, _ holder: ServiceGate.Holder?) -> Bool {
        guard count > 0 else { return true }
        return state.withLock { state in
            let held = holder.flatMap { state.held[$0] } ?? 0
            guard state.bytes + count <= limit, holder == nil || held + count <= limit / 4 else { return false }
            Self.change(&state, by: count, holder)
            return true
        }
    }

    private func change(by count: Int, _ holder: ServiceGate.Holder?) {
        guard count != 0 else { return }
        state.withLock { Self.change(&$0, by: count, holder) }
    }

    private static func change(_ state: inout State, by count: Int, _ holder: ServiceGate.Holder?) {
        state.bytes += count
        guard let holder else { return }
        let held = state.held[holder, default: 0] + count
        state.held[holder] = held > 0 ? held : nil
    }
}
