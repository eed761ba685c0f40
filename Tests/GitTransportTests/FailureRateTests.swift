import Synchronization
import Testing

@testable import GitTransport

@Suite struct FailureRateTests {
    @Test func tooManyFailuresHaveToWait() {
        let now = Mutex<Int64>(1000)
        let rate = FailureRate(burst: 3, perMinute: 6) { now.withLock { $0 } }
        for _ in 0..<3 {
            #expect(rate.wait("192.0.2.1") == nil)
            rate.fail("192.0.2.1")
        }
        #expect(rate.wait("192.0.2.1") == 10)
        #expect(rate.wait("192.0.2.2") == nil)
        now.withLock { $0 += 10 }
        #expect(rate.wait("192.0.2.1") == nil)
    }

    @Test func aNetworkIsOne() {
        let rate = FailureRate(burst: 1, perMinute: 1) { 0 }
        rate.fail("2001:db8:1:2::1")
        #expect(rate.wait("2001:db8:1:2:ffff::9") != nil)
        #expect(rate.wait("2001:db8:1:3::1") == nil)
    }

    @Test func memoryIsBounded() {
        let rate = FailureRate(burst: 2, perMinute: 1, capacity: 100) { 0 }
        for _ in 0..<2 { rate.fail("198.51.100.1") }
        for number in 0..<10_000 { rate.fail("n\(number)") }
        // Who failed most is the last to be forgotten.
        #expect(rate.wait("198.51.100.1") != nil)
    }
}
