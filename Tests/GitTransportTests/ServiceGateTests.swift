import Testing

@testable import GitTransport

@Suite(.timeLimit(.minutes(1))) struct ServiceGateTests {
    @Test func onlySoManyAreIn() async throws {
        let gate = ServiceGate(limit: 2)
        var tickets = [try await gate.enter(patience: .zero), try await gate.enter(patience: .zero)]
        await #expect(throws: ServiceGate.Full.self) { _ = try await gate.enter(patience: .milliseconds(20)) }
        #expect(gate.running == 2)
        tickets.removeLast()
        tickets.append(try await gate.enter(patience: .zero))
        tickets = []
        #expect(gate.running == 0)
    }

    @Test func oneNetworkHasHalfOfThePlaces() async throws {
        let gate = ServiceGate(limit: 4)
        var mine = [
            try await gate.enter(from: "2001:db8::1", patience: .zero), try await gate.enter(from: "2001:db8::2", patience: .zero),
        ]
        await #expect(throws: ServiceGate.Full.self) { _ = try await gate.enter(from: "2001:db8::3", patience: .milliseconds(20)) }
        let waiting = Task { try await gate.enter(from: "2001:db8::4", patience: .seconds(30)) }
        try await Task.sleep(for: .milliseconds(50))
        let others = [try await gate.enter(from: "192.0.2.1", patience: .zero), try await gate.enter(patience: .zero)]
        #expect(gate.running == 4)
        mine.removeLast()
        mine.append(try await waiting.value)
        #expect(gate.running == 4)
        withExtendedLifetime((mine, others)) {}
    }

    @Test func whoWaitsGetsTheNextPlace() async throws {
        let gate = ServiceGate(limit: 1)
        var ticket: ServiceGate.Ticket? = try await gate.enter(patience: .zero)
        let waiting = Task { try await gate.enter(patience: .seconds(30)) }
        try await Task.sleep(for: .milliseconds(50))
        #expect(ticket != nil)
        ticket = nil
        let next = try await waiting.value
        #expect(gate.running == 1)
        withExtendedLifetime(next) {}
    }

    @Test func whoGivesUpLeavesNoGap() async throws {
        let gate = ServiceGate(limit: 1, lineLength: 3)
        let ticket = try await gate.enter(patience: .zero)
        let waiting = (0..<3).map { _ in Task { try await gate.enter(patience: .seconds(30)) } }
        try await Task.sleep(for: .milliseconds(50))
        await #expect(throws: ServiceGate.Full.self) { _ = try await gate.enter(patience: .seconds(30)) }
        for task in waiting {
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
        }
        withExtendedLifetime(ticket) {}
        #expect(gate.running == 1)
    }

    @Test func aStalledWaitIsEnded() async {
        let watch = StallWatch(tick: .milliseconds(10))
        await #expect(throws: StallWatch.Stalled.self) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await watch.alarm(after: .seconds(30)) }
                group.addTask { try await watch.waiting(atMost: .milliseconds(50)) { try await Task.sleep(for: .seconds(30)) } }
                try await group.next()
            }
        }
        await #expect(throws: StallWatch.Stalled.self) { try await watch.alarm(after: .milliseconds(50)) }
    }
}
