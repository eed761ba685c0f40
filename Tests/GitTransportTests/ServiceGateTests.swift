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
            try await gate.enter(as: .network(of: "2001:db8::1"), patience: .zero),
            try await gate.enter(as: .network(of: "2001:db8::2"), patience: .zero),
        ]
        await #expect(throws: ServiceGate.Full.self) {
            _ = try await gate.enter(as: .network(of: "2001:db8::3"), patience: .milliseconds(20))
        }
        let waiting = Task { try await gate.enter(as: .network(of: "2001:db8::4"), patience: .seconds(30)) }
        try await Task.sleep(for: .milliseconds(50))
        let others = [try await gate.enter(as: .network(of: "192.0.2.1"), patience: .zero), try await gate.enter(patience: .zero)]
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

    @Test func anAccountHasHalfOfThePlacesFromWherever() async throws {
        let gate = ServiceGate(limit: 4)
        let mine = [try await gate.enter(as: .account(1), patience: .zero), try await gate.enter(as: .account(1), patience: .zero)]
        await #expect(throws: ServiceGate.Full.self) { _ = try await gate.enter(as: .account(1), patience: .milliseconds(20)) }
        let other = try await gate.enter(as: .account(2), patience: .zero)
        #expect(gate.running == 3)
        withExtendedLifetime((mine, other)) {}
    }

    @Test func whoStandsStillGivesWay() async throws {
        let clock = HandClock()
        let gate = ServiceGate(limit: 2, standstill: .seconds(30)) { StallWatch(tick: .milliseconds(5)) { clock.now } }
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        // Two clients that never send a byte.
        let standing = (1...2).map { _ in
            Task {
                let ticket = try await gate.enter(patience: .zero)
                let watch = ticket.watch
                _ = try await watch.reading(atMost: .seconds(3600)) {
                    begin.yield()
                    try await watch.alarm(after: .seconds(3600))
                    return nil
                }
            }
        }
        var iterator = begun.makeAsyncIterator()
        for _ in standing { await iterator.next() }
        clock.advance(.seconds(29))
        await #expect(throws: ServiceGate.Full.self) { _ = try await gate.enter(patience: .milliseconds(20)) }
        clock.advance(.seconds(2))
        let ticket = try await gate.enter(patience: .seconds(30))
        #expect(gate.running == 2, "one place for one: the other client stays")
        withExtendedLifetime(ticket) {}
        var recalled = 0
        for task in standing {
            task.cancel()
            if case .failure(let error) = await task.result, error is StallWatch.Stalled { recalled += 1 }
        }
        #expect(recalled == 1)
    }
}
