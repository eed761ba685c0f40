/// Where unpredictable bytes come from; a test hands in its own.
package struct SecretSource: Sendable {
    private let make: @Sendable (Int) -> [UInt8]

    /// A source that asks `make` for so many bytes.
    package init(_ make: @escaping @Sendable (Int) -> [UInt8]) {
        self.make = make
    }

    /// The operating system's generator, through libsodium.
    package static let system = SecretSource { Sodium.random($0) }

    /// `count` bytes.
    package func bytes(_ count: Int) -> [UInt8] { make(count) }

    /// A new secret of 256 bits: 43 characters that fit in an address, a cookie and a header.
    func secret() -> String { Sodium.base64URL(make(SecretHash.secretBytes)) }

    /// A public name for something that also has a secret, and tells nothing of it: 96 bits in 16 characters.
    func handle() -> String { Sodium.base64URL(make(12)) }
}
