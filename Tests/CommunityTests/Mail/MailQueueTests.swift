import Logging
import Synchronization
import Testing

@testable import Community

@Suite struct MailQueueTests {
    /// Takes letters as it is told to.
    private final class Postman: MailSender {
        let taken = Mutex<[String]>([])
        let tries = Mutex(0)
        private let answer: @Sendable (MailMessage, Int) async throws -> Void

        init(_ answer: @escaping @Sendable (MailMessage, Int) async throws -> Void = { _, _ in }) { self.answer = answer }

        func send(_ message: MailMessage) async throws {
            let number = tries.withLock { tries in
                tries += 1
                return tries
            }
            try await answer(message, number)
            taken.withLock { $0.append(message.to.text) }
        }
    }

    private let clock = HurriedClock()
    private let log = LogLines()

    private func queue(_ postman: Postman, clock: (any Clock<Duration>)? = nil, capacity: Int = MailQueue.capacity) -> MailQueue {
        MailQueue(sender: postman, clock: clock ?? self.clock, capacity: capacity, logger: log.logger)
    }

    private func letter(_ number: Int = 1) throws -> MailMessage {
        try MailMessage(to: "p\(number)@example.org", subject: "Your\ninvitation", body: "the secret link")
    }

    /// Runs a queue until something is so.
    private func run(_ queue: MailQueue, until isSo: @escaping @Sendable () -> Bool) async throws {
        let running = Task { await queue.run() }
        let deadline = ContinuousClock.now + .seconds(120)
        while !isSo(), ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(2)) }
        #expect(isSo())
        running.cancel()
        await running.value
    }

    @Test func lettersAreSent() async throws {
        let postman = Postman()
        let queue = queue(postman)
        for number in 1...50 { try queue.add(letter(number)) }
        try await run(queue) { queue.room == MailQueue.capacity }
        #expect(postman.taken.withLock { Set($0) }.count == 50)
        #expect(clock.pauses == [] && log.lines == [])
    }

    @Test func theQueueIsBounded() async throws {
        let queue = queue(Postman(), capacity: 3)
        for number in 1...3 { try queue.add(letter(number)) }
        #expect(queue.room == 0)
        #expect(throws: MailError.queueFull) { try queue.add(letter(4)) }
        try await run(queue) { queue.room == 3 }
        try queue.add(letter(4))
    }

    @Test func aFaultThatPasses() async throws {
        let postman = Postman { _, number in if number < 4 { throw MailError.timedOut } }
        let queue = queue(postman)
        try queue.add(letter())
        try await run(queue) { queue.room == MailQueue.capacity }
        #expect(postman.taken.withLock { $0 } == ["p1@example.org"])
        #expect(clock.pauses == [.seconds(30), .seconds(300), .seconds(1800)])
        #expect(log.lines.count == 3 && log.lines.allSatisfy { $0.hasPrefix("notice") })
    }

    @Test func aFaultThatStays() async throws {
        let postman = Postman { _, _ in throw MailError.refused(code: 451, answer: "451 Later") }
        let queue = queue(postman)
        try queue.add(letter())
        try await run(queue) { queue.room == MailQueue.capacity }
        #expect(postman.tries.withLock { $0 } == 4)
        let line = try #require(log.lines.last)
        for word in ["error", "p1@example.org", "Your invitation", "451 Later"] { #expect(line.contains(word), "\(line)") }
        #expect(!log.lines.joined().contains("secret") && !log.lines.joined().contains("\n"))
    }

    @Test func whatIsRefusedForGoodIsNotTriedAgain() async throws {
        let postman = Postman { _, _ in throw MailError.refused(code: 550, answer: "550 Nobody") }
        let queue = queue(postman)
        try queue.add(letter())
        try await run(queue) { queue.room == MailQueue.capacity }
        #expect(postman.tries.withLock { $0 } == 1 && clock.pauses == [] && log.lines.count == 1)
    }

    @Test func aLetterThatWaitsHoldsNoOtherUp() async throws {
        let postman = Postman { message, _ in if message.to.text == "p1@example.org" { throw MailError.timedOut } }
        let queue = queue(postman, clock: ContinuousClock())
        for number in 1...5 { try queue.add(letter(number)) }
        try await run(queue) { postman.taken.withLock { $0.count } == 4 }
        #expect(queue.room == MailQueue.capacity - 1)
        #expect(log.lines.last?.contains("letters=1") == true, "\(log.lines)")
    }

    @Test func nobodyWaitsForASlowServer() async throws {
        let postman = Postman { _, _ in try await Task.sleep(for: .seconds(600)) }
        let queue = queue(postman)
        let running = Task { await queue.run() }
        let start = ContinuousClock.now
        for number in 1...500 { try queue.add(letter(number)) }
        #expect(ContinuousClock.now - start < .seconds(5))
        running.cancel()
        await running.value
        #expect(log.lines.last?.contains("letters=500") == true)
    }
}
