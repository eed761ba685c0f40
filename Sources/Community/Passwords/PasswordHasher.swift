import Dispatch
import FoundationEssentials
import Synchronization
import WikiCore

/// Hashes and checks passwords off the cooperative pool: few at once and each on a `PatientThread`, so that a crowd at the door takes
/// neither all memory nor the processors from those who read; the others wait in a line of bounded length, first come first served.
package final class PasswordHasher: Sendable {
    private struct Job: Sendable {
        let ticket: Int
        let work: @Sendable () -> Void
        let refuse: @Sendable (any Error) -> Void
    }

    private struct State {
        var running = 0
        var nextTicket = 0
        var line: [Job] = []
        /// Tickets that were cancelled before they stood in line.
        var cancelled: Set<Int> = []
    }

    /// The longest password that is looked at, in bytes; a longer one is nobody's.
    static let longest = 1024

    let cost: PasswordCost
    private let atOnce: Int
    private let lineLength: Int
    private let queue = DispatchQueue(label: "stemma.passwords", attributes: .concurrent)
    private let state = Mutex(State())
    private let dummy = Mutex<String?>(nil)

    /// - Parameters:
    ///   - atOnce: how many are hashed at the same time, each with the cost's memory; without it what suits the machine.
    ///   - lineLength: how many wait; later ones are refused with `MemberError.busy`.
    package init(cost: PasswordCost = .product, atOnce: Int? = nil, lineLength: Int = 100) {
        self.cost = cost
        self.atOnce = max(1, atOnce ?? Self.places(processors: ProcessInfo.processInfo.activeProcessorCount))
        self.lineLength = max(0, lineLength)
    }

    /// How many hashes at a time leave a processor to others, and take no more than two times the memory of one.
    static func places(processors: Int) -> Int { min(2, max(1, processors - 1)) }

    /// How many wait now.
    package var waiting: Int { state.withLock { $0.line.count } }

    /// The hash of a new password. Throws `MemberError.busy` where the line is full or memory is short.
    func hash(_ password: String) async throws -> String {
        let bytes = Self.bytes(of: password)
        let cost = cost
        return try await run { () throws(Argon2id.OutOfMemory) in try Argon2id.hash(bytes, cost: cost) }
    }

    /// True where `hash` is of this password. Without a hash (no such account, or one without a password) it does the same
    /// work and says no.
    func verify(_ password: String, against hash: String?) async throws -> Bool {
        let bytes = Self.bytes(of: password)
        let isTooLong = bytes.count > Self.longest
        return try await run { [self] () throws(Argon2id.OutOfMemory) in
            let known = isTooLong ? nil : hash
            let dummy = try dummyHash()
            let isRight = try Argon2id.verify(isTooLong ? [] : bytes, against: known ?? dummy)
            return isRight && known != nil
        }
    }

    /// True where a hash was made with another cost than today's.
    func isOutdated(_ hash: String) -> Bool { Argon2id.isOutdated(hash, cost: cost) }

    /// The bytes of normal form C: what one keyboard sends as one character and another as two is one password.
    private static func bytes(of password: String) -> [UInt8] { Array(UnicodeForm.canonical(password).utf8) }

    /// What unknown names are checked against. Made once, by whoever is checked first, known or not, so that the time tells
    /// nothing; under the lock, since others would have to wait for a hash anyway.
    private func dummyHash() throws(Argon2id.OutOfMemory) -> String {
        try dummy.withLock { known throws(Argon2id.OutOfMemory) in
            if let known { return known }
            let made = try Argon2id.hash(Sodium.random(32), cost: cost)
            known = made
            return made
        }
    }

    /// Does blocking work when its turn comes.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws(Argon2id.OutOfMemory) -> Value) async throws -> Value {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        defer { state.withLock { _ = $0.cancelled.remove(ticket) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                stand(
                    Job(
                        ticket: ticket,
                        work: { continuation.resume(with: Self.patiently(work)) },
                        refuse: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    private static func patiently<Value>(_ work: @escaping () throws(Argon2id.OutOfMemory) -> Value) -> Result<Value, any Error> {
        var result: Result<Value, any Error> = .failure(MemberError.busy)
        try? PatientThread.run {
            if let value = try? work() { result = .success(value) }
        }
        return result
    }

    private func stand(_ job: Job) {
        enum Place { case runs, waits, full, cancelled }
        let place = state.withLock { state -> Place in
            if state.cancelled.contains(job.ticket) { return .cancelled }
            if state.running < atOnce {
                state.running += 1
                return .runs
            }
            guard state.line.count < lineLength else { return .full }
            state.line.append(job)
            return .waits
        }
        switch place {
        case .runs: start(job)
        case .waits: break
        case .full: job.refuse(MemberError.busy)
        case .cancelled: job.refuse(CancellationError())
        }
    }

    /// The queue's thread sleeps while the patient one works, and resumes whoever asked.
    private func start(_ job: Job) {
        queue.async { [self] in
            job.work()
            finished()
        }
    }

    /// The place goes to the first in line without ever being free.
    private func finished() {
        let next = state.withLock { state -> Job? in
            guard !state.line.isEmpty else {
                state.running -= 1
                return nil
            }
            return state.line.removeFirst()
        }
        if let next { start(next) }
    }

    private func cancel(_ ticket: Int) {
        let job = state.withLock { state -> Job? in
            guard let place = state.line.firstIndex(where: { $0.ticket == ticket }) else {
                state.cancelled.insert(ticket)
                return nil
            }
            return state.line.remove(at: place)
        }
        job?.refuse(CancellationError())
    }
}
