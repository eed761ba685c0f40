/// The bytes of a JSON text and a place in them: strings, numbers, white space.
struct JSONReader {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    var peek: UInt8? { isAtEnd ? nil : bytes[offset] }

    mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    mutating func take(_ expected: UInt8) throws(JSONError) {
        guard let byte = peek else { throw .endsEarly }
        guard byte == expected else { throw .unexpected(offset: offset) }
        offset += 1
    }

    /// Skips white space and then that byte, where it is there.
    mutating func takeAfterBlanks(_ wanted: UInt8) -> Bool {
        skipBlanks()
        guard peek == wanted else { return false }
        offset += 1
        return true
    }

    mutating func string() throws(JSONError) -> String {
        try take(UInt8(ascii: "\""))
        let start = offset
        var content: [UInt8] = []
        while let byte = peek {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else { throw .notText(offset: start) }
                return text
            case UInt8(ascii: "\\"): content += try escape()
            case ..<0x20: throw .unexpected(offset: offset - 1)
            default: content.append(byte)
            }
        }
        throw .endsEarly
    }

    private mutating func escape() throws(JSONError) -> [UInt8] {
        guard let byte = peek else { throw .endsEarly }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw .unexpected(offset: offset - 1)
        }
    }

    private mutating func unicodeEscape() throws(JSONError) -> [UInt8] {
        let start = offset - 2
        var value = try fourDigits()
        if (0xD800..<0xDC00).contains(value) {
            try take(UInt8(ascii: "\\"))
            try take(UInt8(ascii: "u"))
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw .notText(offset: start) }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw .notText(offset: start) }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        guard bytes.count - offset >= 4 else { throw .endsEarly }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .unexpected(offset: offset) }
            value = value << 4 | UInt32(digit)
        }
        offset += 4
        return value
    }

    /// A whole number where it fits, else the nearest `Double`.
    mutating func number() throws(JSONError) -> JSONValue {
        let start = offset
        if peek == UInt8(ascii: "-") { offset += 1 }
        if peek == UInt8(ascii: "0") { offset += 1 } else { try digits() }
        var isWhole = true
        if peek == UInt8(ascii: ".") {
            isWhole = false
            offset += 1
            try digits()
        }
        if let byte = peek, byte.asciiLowercased == UInt8(ascii: "e") {
            isWhole = false
            offset += 1
            if let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isWhole, let number = Int(text) { return .int(number) }
        guard let number = Double(text), number.isFinite else { throw .numberTooLarge(offset: start) }
        return .double(number)
    }

    private mutating func digits() throws(JSONError) {
        guard let first = peek else { throw .endsEarly }
        guard first.isASCIIDigit else { throw .unexpected(offset: offset) }
        while let byte = peek, byte.isASCIIDigit { offset += 1 }
    }
}
