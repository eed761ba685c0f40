import Presentation

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
                output.appendJSON(member.name)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
        case .array(let values):
            Self.writeList(values, between: "[", and: "]", to: &output) { $0.write(to: &$1) }
        case .string(let text): output.appendJSON(text)
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
}
