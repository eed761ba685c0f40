extension ConfigurationKind where Value == Int {
    /// A whole number within a range.
    static func number(_ range: ClosedRange<Int>) -> Self {
        Self(
            "number", expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            reading: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } },
            writing: { String($0) })
    }

    /// A number of bytes, also with a unit: `2 MiB`.
    static func size(_ range: ClosedRange<Int>) -> Self {
        let bounds = "from \(ByteCount(range.lowerBound).text) to \(ByteCount(range.upperBound).text)"
        return Self(
            "size", expected: "a size such as 512 KiB or 2 MiB, or a number of bytes, \(bounds)",
            reading: { text in ByteCount(text: text).flatMap { range.contains($0.bytes) ? $0.bytes : nil } },
            writing: { ByteCount($0).text })
    }
}

extension ConfigurationKind where Value == Duration {
    /// A time span in seconds or milliseconds: `2 s`, `500 ms`.
    static func duration(_ range: ClosedRange<Duration>) -> Self {
        Self(
            "time", expected: "a time such as 2 s or 500 ms, \(range.lowerBound) to \(range.upperBound)",
            reading: { text in Duration(written: text).flatMap { range.contains($0) ? $0 : nil } },
            writing: \.written)
    }
}

extension Duration {
    /// Reads `2 s`, `500 ms` or a bare number of seconds.
    fileprivate init?(written text: String) {
        let (number, unit) = text.splitAtUnit()
        guard let count = Int64(number), count >= 0, count <= 86_400_000 else { return nil }
        switch unit {
        case "", "s": self = .seconds(count)
        case "ms": self = .milliseconds(count)
        default: return nil
        }
    }

    fileprivate var written: String {
        let (seconds, attoseconds) = components
        if attoseconds == 0 { return "\(seconds) s" }
        return "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
