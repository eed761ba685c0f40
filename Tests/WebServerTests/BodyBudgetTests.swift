import Testing

@testable import WebServer

/// All bodies together stay within a bound, and one address within its part of it.
@Suite struct BodyBudgetTests {
    private let alice = ClientAddress(bytes: [192, 0, 2, 1])
    private let bob = ClientAddress(bytes: [192, 0, 2, 2])

    @Test func oneAddressLeavesRoomForOthers() throws {
        let budget = BodyBudget(limit: 100, clientLimit: 40)
        let first = budget.lease(for: alice)
        try first.take(30)
        let second = budget.lease(for: alice)
        #expect(throws: BodyError.tooManyAtOnce) { try second.take(11) }
        try second.take(10)
        try budget.lease(for: bob).take(40)
        #expect(budget.held == 40)
        withExtendedLifetime((first, second)) {}
    }

    @Test func allTogetherAreBounded() throws {
        let budget = BodyBudget(limit: 100, clientLimit: 60)
        let leases = [budget.lease(for: alice), budget.lease(for: bob)]
        try leases[0].take(60)
        try leases[1].take(40)
        #expect(throws: BodyError.tooManyAtOnce) { try leases[1].take(1) }
        #expect(budget.held == 100)
        withExtendedLifetime(leases) {}
    }

    @Test func whatARequestHeldIsGivenBackWithIt() throws {
        let budget = BodyBudget(limit: 100, clientLimit: 100)
        for _ in 0..<10 {
            let lease = budget.lease(for: alice)
            try lease.take(60)
            try lease.take(40)
            #expect(budget.held == 100)
            withExtendedLifetime(lease) {}
        }
        #expect(budget.held == 0)
    }
}
