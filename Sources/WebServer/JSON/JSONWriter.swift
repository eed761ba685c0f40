extension JSONValue {
    /// The value as UTF-8 bytes, on one line. `<`, `>` and `&` are escaped too, so that no answer reads as HTML even where
    /// somebody disregards its type; U+2028 and U+2029 since JavaScript once took them for line ends.
    package var encoded: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .object(let members):
            Self.writeList(members, between: "{", and: "}", to: &output) { member, output in
                Self.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
        case .array(let values):
            Self.writeList(values, between: "[", and: "]", to: &output) { $0.write(to: &$1) }
        case .string(let text): Self.write(text, to: &output)
        case .int(let number): output += String(number).utf8
        case .double(let number): output += (number.isFinite ? "\(number)" : "null").utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .null: output += "null".utf8
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between open: Unicode.Scalar, and close: Unicode.Scalar, to output: inout [UInt8],
        each: (Element, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            each(element, &output)
        }
        output.append(UInt8(ascii: close))
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += #"\""#.utf8
            case "\\": output += #"\\"#.utf8
            case "\n": output += #"\n"#.utf8
            case "\r": output += #"\r"#.utf8
            case "\t": output += #"\t"#.utf8
            case "\u{0}"..<"\u{20}", "\u{7F}", "<", ">", "&", "\u{2028}", "\u{2029}": writeEscape(scalar, to: &output)
            default: output += UTF8.encode(scalar)?.map { $0 } ?? []
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16)
        output += "\\u".utf8
        output += String(repeating: "0", count: 4 - digits.utf8.count).utf8
        output += digits.utf8
    }
}
