import CLibgit2

/// The name of a git object: the SHA-1 of its type, size and content, 20 bytes.
public struct ObjectID: Hashable, Sendable {
    /// The number of bytes of an id.
    public static let byteCount = 20
    /// The id that stands for "no object".
    public static let zero = ObjectID(high: 0, middle: 0, low: 0)

    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    private init(high: UInt64, middle: UInt64, low: UInt32) {
        self.high = high
        self.middle = middle
        self.low = low
    }

    /// Reads 20 bytes; nil for any other length.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
            case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
            default: words.2 = words.2 << 8 | UInt32(byte)
            }
        }
        self.init(high: words.0, middle: words.1, low: words.2)
    }

    /// Reads 40 hexadecimal digits of any case; nil for anything else.
    public init?(hex: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var pending: UInt8?
        for digit in hex.utf8 {
            guard let value = Hexadecimal.value(of: digit) else { return nil }
            if let first = pending {
                bytes.append(first << 4 | value)
                pending = nil
            } else {
                pending = value
            }
        }
        guard pending == nil else { return nil }
        self.init(bytes: bytes)
    }

    /// The 20 bytes.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Self.byteCount)
        for shift in stride(from: 56, through: 0, by: -8) { result.append(UInt8(truncatingIfNeeded: high >> UInt64(shift))) }
        for shift in stride(from: 56, through: 0, by: -8) { result.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift))) }
        for shift in stride(from: 24, through: 0, by: -8) { result.append(UInt8(truncatingIfNeeded: low >> UInt32(shift))) }
        return result
    }

    /// The 40 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.string(bytes) }
    /// The first seven digits, for display.
    public var short: String { String(hex.prefix(7)) }
    /// True for the id that stands for "no object".
    public var isZero: Bool { self == .zero }
}

extension ObjectID: CustomStringConvertible {
    public var description: String { hex }
}

extension ObjectID {
    init(_ oid: git_oid) {
        self = withUnsafeBytes(of: oid.id) { ObjectID(loading: $0.baseAddress) }
    }

    init(_ oid: UnsafePointer<git_oid>) {
        self.init(oid.pointee)
    }

    /// Loads 20 bytes from memory that the caller has checked to be that long.
    init(loading pointer: UnsafeRawPointer?) {
        guard let pointer else {
            self = .zero
            return
        }
        self.init(
            high: UInt64(bigEndian: pointer.loadUnaligned(as: UInt64.self)),
            middle: UInt64(bigEndian: pointer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
            low: UInt32(bigEndian: pointer.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
    }

    var oid: git_oid {
        var result = git_oid()
        withUnsafeMutableBytes(of: &result.id) { $0.copyBytes(from: bytes) }
        return result
    }
}
