import Git
import Synchronization
import Testing
import WebServer

@testable import StemmaCommand

/// An export follows what changes: at once, one run at a time, and once more for all that came during one.
@Suite("An export that follows")
struct ExportFollowerTests {
    private let signal = ExportSignal()
    private let runs = HeldRuns()

    private func follower(patience: @escaping @Sendable () async throws -> Void = { throw CancellationError() }) -> ExportFollower {
        let runs = runs
        return ExportFollower(signal: signal, export: { try await runs.run() }, report: { runs.note($0) }, patience: patience)
    }

    @Test func aBurstDuringARunMakesOneMore() async throws {
        let follower = follower()
        async let following: Void = follower.follow()
        signal.send()
        let first = try await runs.next()
        for _ in 0..<1000 { signal.send() }
        first.end(.success(HeldRuns.summary(1)))
        try await runs.next().end(.success(HeldRuns.summary(2)))
        signal.finish()
        await following
        #expect(runs.count == 2)
        #expect(runs.reports == ["1", "2"])
    }

    @Test func changesAfterARunAreFollowedAtOnce() async throws {
        let follower = follower()
        async let following: Void = follower.follow()
        for number in 1...5 {
            signal.send()
            try await runs.next().end(.success(HeldRuns.summary(number)))
        }
        signal.finish()
        await following
        #expect(runs.reports == ["1", "2", "3", "4", "5"])
    }

    @Test func aFailureIsToldOncePerKind() async throws {
        let follower = follower()
        async let following: Void = follower.follow()
        let full = ExportFailure("diskFull")
        for failure in [full, full, ExportFailure("unwritable"), full, nil, full] {
            signal.send()
            try await runs.next().end(failure.map { .failure($0) } ?? .success(HeldRuns.summary(0)))
        }
        signal.finish()
        await following
        #expect(runs.reports == ["diskFull", "unwritable", "diskFull", "0", "diskFull"])
    }

    @Test func whatFailedIsTriedAgainByItself() async throws {
        let follower = follower(patience: {})
        async let following: Void = follower.follow()
        signal.send()
        try await runs.next().end(.failure(ExportFailure("diskFull")))
        try await runs.next().end(.failure(ExportFailure("diskFull")))
        try await runs.next().end(.success(HeldRuns.summary(7)))
        signal.finish()
        await following
        #expect(runs.reports == ["diskFull", "7"])
    }

    @Test func theEndOfTheServerIsNoFailure() async throws {
        let follower = follower()
        let following = Task { await follower.follow() }
        signal.send()
        _ = try await runs.next()
        following.cancel()
        await following.value
        #expect(runs.reports == [])
    }

    // MARK: A branch that others move

    @Test func aBranchIsFollowedWhereverItGoes() async throws {
        let commits = try (1...3).map { try #require(ObjectID(hex: String(repeating: "\($0)", count: 40))) }
        let (ticks, tick) = AsyncStream.makeStream(of: Void.self)
        let tip = Mutex<ObjectID?>(commits[0])
        let runs = runs
        let watch = ExportWatch(
            tip: { tip.withLock { $0 } }, since: commits[0], ticks: ticks, export: { try await runs.run() }, report: { runs.note($0) })
        async let watching: Void = watch.watch()
        for _ in 0..<10 { tick.yield() }
        tip.withLock { $0 = commits[1] }
        tick.yield()
        try await runs.next().end(.success(HeldRuns.summary(1)))
        // A branch that is gone for a moment is no change.
        tip.withLock { $0 = nil }
        for _ in 0..<10 { tick.yield() }
        tip.withLock { $0 = commits[2] }
        tick.yield()
        try await runs.next().end(.success(HeldRuns.summary(2)))
        tick.finish()
        await watching
        #expect(runs.reports == ["1", "2"] && runs.count == 2)
    }

    @Test func whatMovedDuringTheFirstExportIsNotMissed() async throws {
        let (old, new) = (try #require(ObjectID(hex: String(repeating: "1", count: 40))), ObjectID.zero)
        let (ticks, tick) = AsyncStream.makeStream(of: Void.self)
        let runs = runs
        let watch = ExportWatch(tip: { new }, since: old, ticks: ticks, export: { try await runs.run() }, report: { runs.note($0) })
        async let watching: Void = watch.watch()
        tick.yield()
        try await runs.next().end(.success(HeldRuns.summary(1)))
        tick.finish()
        await watching
        #expect(runs.reports == ["1"])
    }
}
