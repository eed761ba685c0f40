import HTTPTypes
import Synchronization
import Testing

@testable import WebServer

/// A clock that a test sets.
final class HandClock: Sendable {
    private let time = Mutex(Duration.zero)
    var clock: MonotonicClock { MonotonicClock { self.time.withLock { $0 } } }
    func advance(by duration: Duration) { time.withLock { $0 += duration } }
}

@Suite struct RateLimiterTests {
    private let hand = HandClock()
    private let alice = ClientAddress(bytes: [192, 0, 2, 1])
    private let bob = ClientAddress(bytes: [192, 0, 2, 2])

    private func limiter(burst: Int = 3, perMinute: Int = 60, capacity: Int = 100) -> RateLimiter {
        RateLimiter(rate: Rate(burst: burst, perMinute: perMinute), capacity: capacity, clock: hand.clock)
    }

    @Test func aBurstThenOneASecond() {
        let limiter = limiter()
        for _ in 0..<3 { #expect(limiter.take(alice) == .allowed) }
        #expect(limiter.take(alice) == .limited(retryAfter: 1))
        #expect(limiter.take(bob) == .allowed)
        hand.advance(by: .seconds(1))
        #expect(limiter.take(alice) == .allowed)
        #expect(limiter.take(alice) == .limited(retryAfter: 1))
        hand.advance(by: .seconds(3600))
        for _ in 0..<3 { #expect(limiter.take(alice) == .allowed) }
        #expect(limiter.take(alice) == .limited(retryAfter: 1))
    }

    @Test func theWaitIsTold() {
        let limiter = limiter(burst: 1, perMinute: 2)
        #expect(limiter.take(alice) == .allowed)
        #expect(limiter.take(alice) == .limited(retryAfter: 30))
        hand.advance(by: .seconds(29.5))
        #expect(limiter.take(alice) == .limited(retryAfter: 1))
    }

    @Test func whatCostsMoreIsChargedAfterwards() {
        let limiter = limiter(burst: 12, perMinute: 60)
        #expect(limiter.take(account: 7) == .allowed)
        limiter.charge(account: 7, 9)
        #expect(limiter.take(account: 7) == .allowed)
        limiter.charge(account: 7, 9)
        #expect(limiter.take(account: 7) == .limited(retryAfter: 9), "also below nothing")
        #expect(limiter.take(account: 8) == .allowed)
        for _ in 0..<1000 { limiter.charge(account: 7, 9) }
        hand.advance(by: .seconds(13))
        #expect(limiter.take(account: 7) == .allowed, "never further down than a bucket is deep")
        limiter.charge(bob, 9)
        #expect(limiter.count == 2, "nobody is remembered for it")
    }

    @Test func anIPv6NetworkIsOneClient() {
        let limiter = limiter(burst: 1)
        var address = [UInt8](repeating: 1, count: 16)
        #expect(limiter.take(ClientAddress(bytes: address)) == .allowed)
        address[15] = 99
        #expect(limiter.take(ClientAddress(bytes: address)) == .limited(retryAfter: 1))
        address[7] = 99
        #expect(limiter.take(ClientAddress(bytes: address)) == .allowed)
    }

    @Test func anAccountIsCountedWhereverThePersonIs() {
        let limiter = limiter(burst: 1)
        #expect(limiter.take(account: 7) == .allowed)
        #expect(limiter.take(account: 7) == .limited(retryAfter: 1))
        #expect(limiter.take(account: 8) == .allowed)
        #expect(limiter.take(alice) == .allowed)
    }

    @Test func aFloodOfAddressesFreesNoSpentOne() {
        let limiter = limiter(burst: 2, capacity: 8)
        for _ in 0..<3 { _ = limiter.take(alice) }
        for number in 0..<200 {
            _ = limiter.take(ClientAddress(bytes: [10, 0, 0, UInt8(number)]))
            #expect(limiter.count <= 8)
        }
        #expect(limiter.take(alice) == .limited(retryAfter: 1))
    }
}

@Suite struct ConcurrencyGateTests {
    /// Holds work until the test lets it go.
    private final class Latch: Sendable {
        private let (stream, source) = AsyncStream<Void>.makeStream()
        func open() { source.finish() }
        func wait() async { for await _ in stream {} }
    }

    private func until(_ condition: () -> Bool) async {
        while !condition() { await Task.yield() }
    }

    @Test func theLineIsBoundedAndMovesUp() async throws {
        let gate = ConcurrencyGate(limit: 1, lineLength: 1)
        let latch = Latch()
        let entered = Latch()
        let first = Task {
            try await gate.run {
                entered.open()
                await latch.wait()
                return 1
            }
        }
        await entered.wait()
        let second = Task { try await gate.run { 2 } }
        await until { gate.waiting == 1 }
        await #expect(throws: ConcurrencyGate.Full(retryAfter: 2)) { try await gate.run { 3 } }
        latch.open()
        #expect(try await first.value == 1)
        #expect(try await second.value == 2)
        #expect(try await gate.run { 4 } == 4)
    }

    @Test func aCancelledWaiterLeavesTheLine() async throws {
        let gate = ConcurrencyGate(limit: 1, lineLength: 1)
        let latch = Latch()
        let entered = Latch()
        let first = Task {
            try await gate.run {
                entered.open()
                await latch.wait()
            }
        }
        await entered.wait()
        let second = Task { try await gate.run {} }
        await until { gate.waiting == 1 }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(gate.waiting == 0)
        latch.open()
        try await first.value
        try await gate.run {}
    }

    @Test func failedWorkGivesItsPlaceBack() async throws {
        let gate = ConcurrencyGate(limit: 1, lineLength: 0)
        await #expect(throws: FormError.malformedEscape) { try await gate.run { throw FormError.malformedEscape } }
        try await gate.run {}
    }
}

@Suite struct ClientAddressTests {
    @Test func loopback() {
        #expect(ClientAddress(bytes: [127, 0, 0, 1]).isLoopback)
        #expect(ClientAddress(bytes: [127, 9, 9, 9]).isLoopback)
        #expect(ClientAddress(bytes: Array(repeating: 0, count: 15) + [1]).isLoopback)
        #expect(ClientAddress(bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1]).isLoopback)
        #expect(!ClientAddress(bytes: [10, 0, 0, 1]).isLoopback)
        #expect(!ClientAddress(bytes: []).isLoopback)
        #expect(!ClientAddress(bytes: Array(repeating: 0, count: 16)).isLoopback)
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:8080", true), ("127.0.0.1:8080", true), ("[::1]", true), ("LOCALHOST", true),
        ("localhost.evil.example", false), ("localhost:8080.evil.example", false), ("127.0.0.1.evil.example", false),
        ("wiki.example", false), ("", false),
    ])
    func trialNeedsALoopbackName(host: String, isTaken: Bool) {
        let head = HTTPRequest(method: .post, scheme: "http", authority: host, path: "/")
        #expect(TrialRequest.qualifies(head, peer: ClientAddress(bytes: [127, 0, 0, 1])) == isTaken)
        #expect(!TrialRequest.qualifies(head, peer: ClientAddress(bytes: [192, 0, 2, 1])))
    }

    @Test(arguments: ["Forwarded", "X-Forwarded-For", "x-forwarded-anything", "Via"])
    func trialStopsAtProxies(name: String) throws {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/")
        head.headerFields[try #require(HTTPField.Name(name))] = "x"
        #expect(!TrialRequest.qualifies(head, peer: ClientAddress(bytes: [127, 0, 0, 1])))
    }
}
