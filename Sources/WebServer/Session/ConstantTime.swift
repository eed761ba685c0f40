/// Comparison whose time tells nothing about where two secrets differ.
package enum ConstantTime {
    /// Whether the bytes are equal. Only their lengths can be learned from the time it takes.
    package static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (a, b) in zip(left, right) { difference |= a ^ b }
        return difference == 0
    }
}
