/// A number that stands for the bytes of a text, the same on every machine.
///
/// Two texts may share one where somebody takes the trouble to make them; nothing relies on that they don't, for what a
/// fingerprint finds is compared.
package struct TextFingerprint: Hashable, Sendable {
    /// All of it.
    package let value: UInt64

    /// That of a text. Linear, several bytes at a time.
    package init(of text: [UInt8]) {
        value = ByteHash.of(text, in: 0..<text.count)
    }

    /// One that was stored.
    package init(value: UInt64) {
        self.value = value
    }
}
