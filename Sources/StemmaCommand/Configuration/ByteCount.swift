/// A number of bytes and its written form: `200`, `512 KiB`, `25 MiB`.
///
/// Only the binary units are read, because nobody agrees on what a `MB` is.
struct ByteCount: Sendable, Equatable {
    /// The number of bytes, never negative.
    let bytes: Int

    init(_ bytes: Int) {
        self.bytes = bytes
    }

    /// Reads a whole number and an optional unit; `nil` where it is none or overflows.
    init?(text: String) {
        let (number, unit) = text.splitAtUnit()
        guard let count = Int(number), count >= 0, let factor = Self.factors[unit] else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        self.bytes = bytes
    }

    /// The number with the largest unit that divides it.
    var text: String {
        for (unit, factor) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where bytes > 0 && bytes % factor == 0 {
            return "\(bytes / factor) \(unit)"
        }
        return String(bytes)
    }

    private static let factors = ["": 1, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]
}

extension String {
    /// The leading digits and what follows them, without the spaces between.
    func splitAtUnit() -> (number: String, unit: String) {
        let digits = utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        let rest = utf8.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") }
        return (String(Substring(digits)), String(Substring(rest)))
    }
}
