/// A line that somebody types without seeing it, byte by byte.
struct HiddenLine {
    /// What a byte led to.
    enum Step: Hashable {
        case goesOn
        /// The line is whole.
        case isDone
        /// The person wants none of it.
        case isGivenUp
    }

    private(set) var bytes: [UInt8] = []

    /// The longest line that is taken; what is typed beyond it is dropped.
    private static let limit = 4096

    /// The text; nil where it is no UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    /// Takes what a key sent.
    mutating func take(_ byte: UInt8) -> Step {
        switch byte {
        case 0x0A, 0x0D: return .isDone
        case 0x03, 0x1C: return .isGivenUp
        case 0x04: return bytes.isEmpty ? .isGivenUp : .isDone
        case 0x08, 0x7F: removeLast()
        case 0x15: bytes = []
        default: if bytes.count < Self.limit { bytes.append(byte) }
        }
        return .goesOn
    }

    /// Takes back the last character, which may be several bytes.
    private mutating func removeLast() {
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }
}
