import Git
import Presentation

/// What a unit depends on, as one number.
struct UnitKey {
    private var hash = ContentHash()

    /// A text, told from what follows.
    mutating func add(_ text: String) {
        hash.combine(text.utf8)
        hash.combine([0])
    }

    /// A number.
    mutating func add(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { hash.combine($0) } }

    /// Bytes, told from what follows.
    mutating func add(_ bytes: [UInt8]) {
        hash.combine(bytes)
        hash.combine([0])
    }

    /// The number; never 0, which stands for what must be made anew.
    var value: UInt64 { max(1, hash.value) }
}
