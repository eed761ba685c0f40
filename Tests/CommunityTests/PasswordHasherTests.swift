import Dispatch
import Glibc
import Testing

@testable import Community

@Suite struct PasswordHasherTests {
    @Test func theProductsCost() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("correct horse battery staple")
        // 19 MiB, two passes, one lane.
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hasher.verify("correct horse battery staple", against: hash))
        #expect(try await !hasher.verify("correct horse battery stapl", against: hash))
        #expect(!hasher.isOutdated(hash))
        #expect(PasswordHasher(cost: Company.cheap).isOutdated(hash))
    }

    @Test func twoHashesOfOnePasswordDiffer() async throws {
        let hasher = PasswordHasher(cost: Company.cheap)
        let (first, second) = (try await hasher.hash("correct horse"), try await hasher.hash("correct horse"))
        #expect(first != second)
        #expect(try await hasher.verify("correct horse", against: first))
        #expect(try await hasher.verify("correct horse", against: second))
    }

    @Test(arguments: ["", "x", "$argon2id$v=19$m=8,t=1,p=1$", String(repeating: "$", count: 500)])
    func aHashThatIsNoneFitsNothing(_ hash: String) async throws {
        let hasher = PasswordHasher(cost: Company.cheap)
        #expect(try await !hasher.verify("", against: hash))
        #expect(try await !hasher.verify("correct horse", against: hash))
    }

    @Test func withoutAHashNothingFits() async throws {
        let hasher = PasswordHasher(cost: Company.cheap)
        for password in ["", "x", String(repeating: "x", count: 2000)] {
            #expect(try await !hasher.verify(password, against: nil))
        }
    }

    @Test func bytesBehindNULCount() async throws {
        let hasher = PasswordHasher(cost: Company.cheap)
        let hash = try await hasher.hash("before\u{0}behind")
        #expect(try await !hasher.verify("before\u{0}other", against: hash))
        #expect(try await !hasher.verify("before", against: hash))
        #expect(try await hasher.verify("before\u{0}behind", against: hash))
    }

    @Test func aPasswordTooLongToBeAnybodysIsNotShortened() async throws {
        let hasher = PasswordHasher(cost: Company.cheap)
        let longest = String(repeating: "x", count: 1024)
        let hash = try await hasher.hash(longest)
        #expect(try await hasher.verify(longest, against: hash))
        #expect(try await !hasher.verify(longest + "x", against: hash))
    }

    /// Takes a place of the hasher until it is let go.
    private final class Holder: Sendable {
        private let gate = DispatchSemaphore(value: 0)
        private let hasBegun = Mutable(false)

        func hold(_ hasher: PasswordHasher) async -> Task<Void, any Error> {
            let task = Task {
                try await hasher.run { () throws(Argon2id.OutOfMemory) in
                    self.hasBegun.change { $0 = true }
                    self.gate.wait()
                }
            }
            while !hasBegun.current { await Task.yield() }
            return task
        }

        func letGo() { gate.signal() }
    }

    @Test func theLineIsBounded() async throws {
        let hasher = PasswordHasher(cost: Company.cheap, atOnce: 1, lineLength: 3)
        let holder = Holder()
        let first = await holder.hold(hasher)
        let others = (0..<3).map { _ in Task { try await hasher.hash("correct horse") } }
        while hasher.waiting < 3 { await Task.yield() }
        await #expect(throws: MemberError.busy) { try await hasher.hash("correct horse") }
        await #expect(throws: MemberError.busy) { try await hasher.verify("correct horse", against: nil) }
        holder.letGo()
        try await first.value
        for other in others { #expect(try await other.value.hasPrefix("$argon2id$")) }
        #expect(hasher.waiting == 0)
        #expect(try await hasher.hash("correct horse").hasPrefix("$argon2id$"))
    }

    @Test(arguments: [(0, 1), (1, 1), (2, 1), (3, 2), (64, 2)])
    func aProcessorIsLeftToOthers(processors: Int, places: Int) {
        #expect(PasswordHasher.places(processors: processors) == places)
    }

    /// The niceness of the thread that asks.
    private static func niceness() -> Int32 { getpriority(Int32(PRIO_PROCESS.rawValue), 0) }

    @Test func hashesYieldToEverythingElse() async throws {
        let hasher = PasswordHasher(cost: Company.cheap, atOnce: 2)
        let usual = Self.niceness()
        // To resume a task may start a thread, which inherits the niceness of the one that resumes.
        let seen = try await withThrowingTaskGroup(of: (Int32, Int32).self) { group in
            for _ in 0..<40 {
                group.addTask {
                    let atWork = try await hasher.run { () throws(Argon2id.OutOfMemory) in Self.niceness() }
                    return (atWork, Self.niceness())
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(seen.count == 40)
        #expect(Set(seen.map(\.0)) == [min(19, usual + PatientThread.niceness)])
        #expect(Set(seen.map(\.1)) == [usual])
    }

    @Test func twoAreHashedAtOnce() async throws {
        let hasher = PasswordHasher(cost: Company.cheap, atOnce: 2)
        let running = Mutable((now: 0, most: 0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await hasher.run { () throws(Argon2id.OutOfMemory) in
                        running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                        usleep(2000)
                        running.change { $0 = ($0.now - 1, $0.most) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(running.current.now == 0)
        #expect(running.current.most <= 2)
    }

    @Test func whoGivesUpLeavesTheLine() async throws {
        let hasher = PasswordHasher(cost: Company.cheap, atOnce: 1, lineLength: 2)
        let holder = Holder()
        let first = await holder.hold(hasher)
        let others = (0..<2).map { _ in Task { try await hasher.hash("correct horse") } }
        while hasher.waiting < 2 { await Task.yield() }
        for other in others { other.cancel() }
        for other in others { await #expect(throws: CancellationError.self) { try await other.value } }
        #expect(hasher.waiting == 0)
        // There is room in the line again, and the place is free once it is given back.
        let next = Task { try await hasher.hash("correct horse") }
        while hasher.waiting < 1 { await Task.yield() }
        holder.letGo()
        try await first.value
        #expect(try await next.value.hasPrefix("$argon2id$"))
    }
}
