/// Names as bytes that compare in natural order. Holds no zero byte.
enum NaturalKey {
    /// The key of a name; linear. Runs of digits of any script count as numbers; case, accents, and the ways to write a space
    /// between words do not count.
    static func of(_ name: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(name.count + 4)
        var number: [UInt8]?
        for scalar in folded(name) {
            if let digit = digit(scalar) {
                if number == nil { number = [] }
                // Leading zeros say nothing of the size.
                if digit != 48 || number?.isEmpty == false { number?.append(digit) }
            } else {
                append(&number, to: &result)
                result.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        append(&number, to: &result)
        return result
    }

    private static func folded(_ name: some Collection<UInt8>) -> String.UnicodeScalarView {
        let text = String(decoding: name.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        return SearchFold.of(UnicodeForm.canonical(text).unicodeScalars).unicodeScalars
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return (48...57).contains(scalar.value) ? UInt8(scalar.value) : nil }
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return 48 + UInt8(value)
    }

    /// A digit first, so that numbers stand among the other characters where digits do; then how many digits there are but
    /// for leading zeros, since more of them are more; then these.
    private static func append(_ number: inout [UInt8]?, to result: inout [UInt8]) {
        guard let digits = number else { return }
        result.append(48)
        var count = digits.count
        while count >= 254 {
            result.append(255)
            count -= 254
        }
        result.append(UInt8(count + 1))
        result.append(contentsOf: digits)
        number = nil
    }
}
