import Testing

@testable import Community

@Suite struct AttemptTests {
    private let hand = HandClock()

    private func table(burst: Int = 3, perHour: Int = 60, capacity: Int = 100) -> AttemptTable {
        AttemptTable(rate: AttemptRate(burst: burst, perHour: perHour), capacity: capacity, clock: { [hand] in hand.now })
    }

    @Test func aBurstThenOneAMinute() {
        let table = table()
        for _ in 0..<3 { #expect(table.take("a") == .allowed) }
        #expect(table.take("a") == .limited(retryAfter: 60, isFirst: true))
        #expect(table.take("a") == .limited(retryAfter: 60, isFirst: false))
        #expect(table.take("b") == .allowed)
        for second in 1..<60 {
            hand.advance(by: 1)
            #expect(table.take("a") == .limited(retryAfter: Int(60 - second), isFirst: false))
        }
        hand.advance(by: 1)
        #expect(table.take("a") == .allowed)
        #expect(table.take("a") == .limited(retryAfter: 60, isFirst: true))
        hand.advance(days: 400)
        for _ in 0..<3 { #expect(table.take("a") == .allowed) }
        #expect(table.take("a") == .limited(retryAfter: 60, isFirst: true))
    }

    @Test func whatIsGivenBackFillsNoMoreThanTheBucket() {
        let table = table(burst: 2)
        for _ in 0..<5 { table.giveBack("a") }
        for _ in 0..<2 { #expect(table.take("a") == .allowed) }
        table.giveBack("a")
        #expect(table.take("a") == .allowed)
        #expect(table.take("a") != .allowed)
    }

    @Test func aClockThatJumpsLocksNobodyOut() {
        let table = table(burst: 2)
        #expect(table.take("a") == .allowed)
        hand.advance(days: -3650)
        #expect(table.take("a") == .allowed)
        #expect(table.take("a") == .limited(retryAfter: 60, isFirst: true))
        hand.advance(by: 60)
        #expect(table.take("a") == .allowed)
        hand.advance(by: .max - hand.now)
        for _ in 0..<2 { #expect(table.take("a") == .allowed) }
        #expect(table.take("a") != .allowed)
    }

    @Test func aFloodOfKeysFreesNoSpentOne() {
        let table = table(burst: 2, capacity: 8)
        for _ in 0..<3 { _ = table.take("victim") }
        for number in 0..<500 {
            #expect(table.take("k\(number)") == .allowed)
            #expect(table.count <= 8)
        }
        #expect(table.take("victim") != .allowed)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("2001:db8::1", "2001:db8:0:0:ffff:1:2:3", true),
        ("2001:db8::1", "2001:0DB8:0000:0000:0000:0000:0000:0002", true), ("2001:db8::1", "2001:db8:0:1::1", false),
        ("::ffff:192.0.2.1", "192.0.2.1", true), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false), ("unknown", "unknown", true),
        ("unknown", "", false), ("::1", "0:0:0:0:0:0:0:1", true),
    ])
    func addressesOfOneNetwork(_ one: String, _ other: String, _ isSame: Bool) {
        #expect((ClientNetwork.key(of: one) == ClientNetwork.key(of: other)) == isSame)
    }

    @Test func aLimitedAccountCostsTheNetworkNothing() {
        var limits = MemberLimits()
        limits.loginsPerAccount = AttemptRate(burst: 1, perHour: 1)
        limits.loginsPerNetwork = AttemptRate(burst: 3, perHour: 1)
        let attempts = Attempts(limits: limits, clock: { [hand] in hand.now })
        #expect(attempts.login("a", from: "192.0.2.1") == .allowed)
        for _ in 0..<5 { #expect(attempts.login("a", from: "192.0.2.1") != .allowed) }
        #expect(attempts.login("b", from: "192.0.2.1") == .allowed)
        #expect(attempts.login("c", from: "192.0.2.1") == .allowed)
        #expect(attempts.login("d", from: "192.0.2.1") != .allowed)
        #expect(attempts.login("d", from: "192.0.2.2") == .allowed)
    }

    @Test func oneNetworkClosesANameForItselfAlone() {
        let attempts = Attempts(limits: MemberLimits(), clock: { [hand] in hand.now })
        while attempts.login("ada", from: "192.0.2.1") == .allowed {}
        #expect(attempts.login("ada", from: "192.0.2.2") == .allowed, "the owner is elsewhere")
        #expect(attempts.login("ben", from: "192.0.2.1") == .allowed)
    }

    @Test func manyNetworksTogetherHaveABound() {
        let attempts = Attempts(limits: MemberLimits(), clock: { [hand] in hand.now })
        var tries = 0
        for network in 0..<100 {
            while attempts.login("ada", from: "2001:db8:0:\(network)::1") == .allowed { tries += 1 }
        }
        #expect(tries == MemberLimits().loginsPerAccount.burst)
        #expect(attempts.login("ben", from: "2001:db8:0:99::1") == .allowed, "what the name refused costs the network nothing")
    }
}
