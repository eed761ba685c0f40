import Synchronization
import Testing

@testable import GitTransport

@Suite(.timeLimit(.minutes(1))) struct BytePipeTests {
    @Test func bytesComeInOrder() async {
        let pipe = BytePipe(limit: 10)
        let sending = Task {
            for number in 0..<1000 { await pipe.send([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number % 7)) }
            pipe.finish()
        }
        var received: [UInt8] = []
        while let bytes = await pipe.next() { received += bytes }
        await sending.value
        #expect(received == (0..<1000).flatMap { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: $0 % 7) })
        #expect(await pipe.next() == nil)
    }

    @Test func whoSendsWaits() async throws {
        let pipe = BytePipe(limit: 10)
        let sent = Mutex(0)
        let sending = Task {
            for _ in 0..<10 {
                await pipe.send([1, 2, 3, 4, 5])
                sent.withLock { $0 += 1 }
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        #expect(sent.withLock { $0 } <= 2)
        pipe.takeAll()
        await sending.value
        #expect(sent.withLock { $0 } == 10)
    }

    @Test func anAbandonedPipeLetsEverybodyGo() async {
        let pipe = BytePipe(limit: 1)
        let sending = Task { for _ in 0..<100 { await pipe.send([1, 2, 3]) } }
        pipe.abandon()
        await sending.value
        #expect(await pipe.next() == nil)
    }

    @Test func aCancelledReaderGoes() async throws {
        let pipe = BytePipe(limit: 10)
        let reading = Task { await pipe.next() }
        try await Task.sleep(for: .milliseconds(50))
        reading.cancel()
        #expect(await reading.value == nil)
        // The pipe is as good as before.
        await pipe.send([9])
        #expect(await pipe.next() == [9])
    }

    @Test func aCancelledSenderGoes() async throws {
        let pipe = BytePipe(limit: 1)
        let sending = Task { for _ in 0..<5 { await pipe.send([1, 2, 3]) } }
        try await Task.sleep(for: .milliseconds(50))
        sending.cancel()
        await sending.value
    }
}
