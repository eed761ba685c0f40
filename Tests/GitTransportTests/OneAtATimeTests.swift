import Synchronization
import Testing

@testable import GitTransport

@Suite(.timeLimit(.minutes(1))) struct OneAtATimeTests {
    @Test func nobodyIsInterrupted() async {
        let gate = OneAtATime()
        let steps = Steps()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask {
                    await gate.run {
                        steps.list.withLock { $0.append(number) }
                        await Task.yield()
                        steps.list.withLock { $0.append(number) }
                    }
                }
            }
        }
        let order = steps.list.withLock { $0 }
        #expect(order.count == 100)
        #expect(stride(from: 0, to: 100, by: 2).allSatisfy { order[$0] == order[$0 + 1] })
    }

    @Test func aValueComesOnce() async {
        let value = OneTimeValue<Int>()
        let waiting = (0..<10).map { _ in Task { await value.wait() } }
        value.set(1)
        value.set(2)
        for task in waiting { #expect(await task.value == 1) }
        #expect(value.current == 1)
    }

    @Test func aDeadlineEndsWork() async throws {
        #expect(try await Deadline.run(.seconds(30)) { 7 } == 7)
        await #expect(throws: Deadline.Passed.self) {
            try await Deadline.run(.milliseconds(20)) { try? await Task.sleep(for: .seconds(30)) }
        }
    }
}

/// What happened, in order.
private final class Steps: Sendable {
    let list = Mutex<[Int]>([])
}
