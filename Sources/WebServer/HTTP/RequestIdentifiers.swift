import Synchronization

/// Short ids for requests: eight letters and digits that a person can read out from an error page.
package final class RequestIdentifiers: Sendable {
    private let counter: Atomic<UInt64>

    /// - Parameter start: the number of the first; random in the product, so that ids of two runs do not meet.
    package init(startingAt start: UInt64) {
        counter = Atomic(start)
    }

    /// The next id: 40 bits of a counter in Crockford's base 32.
    package func next() -> String {
        let (number, _) = counter.wrappingAdd(1, ordering: .relaxed)
        return String(unsafeUninitializedCapacity: 8) { buffer in
            for place in 0..<8 {
                buffer[place] = Self.digit(UInt8(number >> UInt64(35 - 5 * place) & 31))
            }
            return 8
        }
    }

    /// `0`–`9`, then the letters without `i`, `l`, `o` and `u`.
    private static func digit(_ value: UInt8) -> UInt8 {
        switch value {
        case ..<10: UInt8(ascii: "0") + value
        case ..<18: UInt8(ascii: "a") + value - 10
        case ..<20: UInt8(ascii: "j") + value - 18
        case ..<22: UInt8(ascii: "m") + value - 20
        case ..<27: UInt8(ascii: "p") + value - 22
        default: UInt8(ascii: "v") + value - 27
        }
    }
}
