import WikiCore

/// A host's name as every reader of addresses takes it: in ASCII, with letters of other scripts by RFC 3492 (Punycode).
struct HostName {
    /// The name, in ASCII.
    let text: [UInt8]

    private static let points = Set<Unicode.Scalar>(["\u{3002}", "\u{FF0E}", "\u{FF61}"])
    private static let hyphen = UInt8(ascii: "-")

    /// Takes a name as an address has it, also with its letters percent-encoded; nil for what is none. Bounded by 253 bytes.
    init?(_ written: ArraySlice<UInt8>) {
        guard (1...253 * 3).contains(written.count), let bytes = Self.decoded(written), let name = String(validating: bytes, as: UTF8.self)
        else { return nil }
        if bytes.allSatisfy({ $0 < 0x80 }) {
            text = bytes
        } else {
            let plain = UnicodeForm.canonical(name.lowercased()).unicodeScalars
            let labels = plain.split(omittingEmptySubsequences: false) { $0 == "." || Self.points.contains($0) }.map { Self.label($0) }
            guard !labels.contains(nil) else { return nil }
            text = Array(labels.compactMap(\.self).joined(separator: [UInt8(ascii: ".")]))
        }
        guard Self.isName(text) else { return nil }
    }

    /// Letters, digits, hyphens and low lines between points; no label is empty, too long or ends in a hyphen.
    private static func isName(_ name: [UInt8]) -> Bool {
        name.count <= 253
            && name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { $0 &- 48 < 10 || ($0 | 32) &- 97 < 26 || $0 == hyphen || $0 == UInt8(ascii: "_") }
            }
    }

    private static func decoded(_ written: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = written
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ $0 &- 48 < 10 || ($0 | 32) &- 97 < 6 }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    /// A label in ASCII; nil where it holds what no name of a host does.
    private static func label(_ scalars: Substring.UnicodeScalarView) -> [UInt8]? {
        let scalars = Array(scalars)
        guard !scalars.allSatisfy(\.isASCII) else { return scalars.map { UInt8(truncatingIfNeeded: $0.value) } }
        guard scalars.count <= 63, scalars.allSatisfy({ $0.isASCII || isLetter($0) }) else { return nil }
        return punycode(scalars).map { Array("xn--".utf8) + $0 }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .otherSymbol: true
        default: false
        }
    }

    // MARK: RFC 3492

    private static let (base, tMin, tMax, skew, damp) = (36, 1, 26, 38, 700)

    /// Section 6.3. Cost: the square of at most 63 letters.
    private static func punycode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        var output = scalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let plain = output.count
        if plain > 0 { output.append(hyphen) }
        var (point, delta, bias, done) = (128, 0, 72, plain)
        while done < scalars.count {
            guard let next = scalars.map({ Int($0.value) }).filter({ $0 >= point }).min() else { return nil }
            delta += (next - point) * (done + 1)
            point = next
            for scalar in scalars {
                if scalar.value < point { delta += 1 }
                guard scalar.value == point else { continue }
                output += number(delta, bias)
                bias = adapted(delta, count: done + 1, isFirst: done == plain)
                delta = 0
                done += 1
            }
            delta += 1
            point += 1
        }
        return output
    }

    private static func number(_ delta: Int, _ bias: Int) -> [UInt8] {
        let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var (rest, place, output) = (delta, base, [UInt8]())
        while true {
            let limit = min(max(place - bias, tMin), tMax)
            guard rest >= limit else { return output + [digits[rest]] }
            output.append(digits[limit + (rest - limit) % (base - limit)])
            rest = (rest - limit) / (base - limit)
            place += base
        }
    }

    /// Section 6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            steps += base
        }
        return steps + (base - tMin + 1) * delta / (delta + skew)
    }
}
