/// Where unpredictable bytes come from; a test hands in its own.
package struct RandomSource: Sendable {
    private let make: @Sendable (Int) -> [UInt8]

    /// A source that asks `make` for so many bytes.
    package init(_ make: @escaping @Sendable (Int) -> [UInt8]) {
        self.make = make
    }

    /// The operating system's generator.
    package static let system = RandomSource { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// `count` bytes.
    package func bytes(_ count: Int) -> [UInt8] {
        make(count)
    }
}
