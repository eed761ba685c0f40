/// A header value of the form `value; name=token; name="quoted"`: Content-Type, Content-Disposition.
///
/// Lenient where browsers differ: inside quotes a backslash escapes only a quote or a backslash (old browsers sent bare
/// Windows paths), and the bytes of a value are kept as they are.
struct HeaderParameters {
    /// What stands before the first semicolon, lower case.
    let value: String
    private let parameters: [(name: [UInt8], value: [UInt8])]

    init(_ header: some Collection<UInt8>) {
        let bytes = Array(header)
        let head = bytes.prefix { $0 != UInt8(ascii: ";") }
        value = String(decoding: head.trimmingBlanks().map(\.asciiLowercased), as: UTF8.self)
        parameters = Self.parameters(bytes[head.endIndex...])
    }

    /// The first parameter of that name, which is given in lower case.
    subscript(_ name: String) -> [UInt8]? {
        parameters.first { $0.name.elementsEqual(name.utf8) }?.value
    }

    private static func parameters(_ bytes: ArraySlice<UInt8>) -> [(name: [UInt8], value: [UInt8])] {
        var rest = bytes
        var result: [(name: [UInt8], value: [UInt8])] = []
        while let first = rest.first {
            if first == UInt8(ascii: ";") || first.isBlank {
                rest.removeFirst()
                continue
            }
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest[name.endIndex...]
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: \.isBlank)
            let value = rest.first == UInt8(ascii: "\"") ? quoted(&rest) : token(&rest)
            result.append((name.trimmingBlanks().map(\.asciiLowercased), value))
        }
        return result
    }

    private static func token(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let value = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest[value.endIndex...]
        return Array(value.trimmingBlanks())
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                value.append(rest.removeFirst())
            } else {
                value.append(byte)
            }
        }
        return value
    }
}
