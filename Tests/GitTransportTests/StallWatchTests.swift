import Testing

@testable import GitTransport

/// Who stands still, and who is only slow.
@Suite(.timeLimit(.minutes(1))) struct StallWatchTests {
    private let clock = HandClock()
    private var watch: StallWatch { StallWatch(tick: .milliseconds(5)) { [clock] in clock.now } }

    /// Lets bytes come after a while, and says how long the client was held to stand still just before.
    private func read(_ count: Int, after time: Duration, _ watch: StallWatch) async -> Duration {
        var standstill = Duration.zero
        _ = await watch.reading(atMost: .seconds(3600)) {
            clock.advance(time)
            standstill = watch.standstill
            return [UInt8](repeating: 0, count: count)
        }
        return standstill
    }

    @Test func aByteNowAndThenIsNoProgress() async {
        let watch = watch
        for number in 1...12 {
            #expect(await read(1, after: .seconds(10), watch) == .seconds(10 * number))
            #expect(watch.standstill == .zero, "nobody waits for it just now")
        }
    }

    @Test func aSlowLineMoves() async {
        let watch = watch
        for _ in 1...1000 { #expect(await read(512, after: .seconds(1), watch) <= .seconds(32)) }
    }

    @Test func ourOwnWorkIsNotTheirs() async {
        let watch = watch
        _ = await read(1, after: .seconds(5), watch)
        clock.advance(.seconds(600))
        #expect(await read(1, after: .seconds(5), watch) == .seconds(10))
        await watch.writing(atMost: .seconds(60)) { clock.advance(.seconds(1)) }
        #expect(await read(1, after: .seconds(5), watch) == .seconds(5), "who takes what it is told is there")
        watch.excuse()
        #expect(await read(1, after: .seconds(500), watch) == .zero)
        #expect(!watch.recall() && !watch.isRecalled)
    }

    @Test func whoTakesNothingStandsStill() async {
        let watch = watch
        await watch.writing(atMost: .seconds(60)) {
            clock.advance(.seconds(40))
            #expect(watch.standstill == .seconds(40))
        }
        #expect(watch.standstill == .zero)
    }

    @Test func aWaitThatIsTooLongIsEnded() async {
        let watch = watch
        await #expect(throws: StallWatch.Stalled.self) {
            _ = try await watch.reading(atMost: .seconds(50)) {
                clock.advance(.seconds(51))
                try await watch.alarm(after: .seconds(3600))
                return nil
            }
        }
        let other = self.watch
        await #expect(throws: StallWatch.Stalled.self) {
            try await other.writing(atMost: .seconds(50)) {
                clock.advance(.seconds(51))
                try await other.alarm(after: .seconds(3600))
            }
        }
    }

    @Test func timeAltogetherIsBounded() async {
        let watch = StallWatch(tick: .milliseconds(5)) { [clock] in
            clock.advance(.seconds(10))
            return clock.now
        }
        await #expect(throws: StallWatch.Stalled.self) { try await watch.alarm(after: .seconds(60)) }
    }
}
