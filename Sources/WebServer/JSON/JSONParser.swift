/// A strict parser of RFC 8259, linear in its input, bounded in depth.
struct JSONParser {
    static let maximumDepth = 32

    private var reader: JSONReader
    private var depth = 0

    /// The one value that the bytes hold.
    static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(reader: JSONReader(bytes))
        let value = try parser.value()
        parser.reader.skipBlanks()
        guard parser.reader.isAtEnd else { throw .unexpected(offset: parser.reader.offset) }
        return value
    }

    private init(reader: JSONReader) {
        self.reader = reader
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        reader.skipBlanks()
        guard let byte = reader.peek else { throw .endsEarly }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try reader.string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try reader.number()
        }
    }

    private mutating func word(_ text: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for byte in text.utf8 { try reader.take(byte) }
        return value
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter("{")
        var members: [JSONMember] = []
        var names: Set<[UInt8]> = []
        if reader.takeAfterBlanks(UInt8(ascii: "}")) { return leave(.object([])) }
        repeat {
            reader.skipBlanks()
            let name = try reader.string()
            guard names.insert(Array(name.utf8)).inserted else { throw .repeatedName(name) }
            reader.skipBlanks()
            try reader.take(UInt8(ascii: ":"))
            members.append(JSONMember(name: name, value: try value()))
        } while reader.takeAfterBlanks(UInt8(ascii: ","))
        try reader.take(UInt8(ascii: "}"))
        return leave(.object(members))
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        try enter("[")
        var values: [JSONValue] = []
        if reader.takeAfterBlanks(UInt8(ascii: "]")) { return leave(.array([])) }
        repeat {
            values.append(try value())
        } while reader.takeAfterBlanks(UInt8(ascii: ","))
        try reader.take(UInt8(ascii: "]"))
        return leave(.array(values))
    }

    private mutating func enter(_ bracket: Unicode.Scalar) throws(JSONError) {
        try reader.take(UInt8(ascii: bracket))
        depth += 1
        guard depth <= Self.maximumDepth else { throw .tooDeep(limit: Self.maximumDepth) }
    }

    private mutating func leave(_ value: JSONValue) -> JSONValue {
        depth -= 1
        return value
    }
}

extension JSONValue {
    /// Reads a whole JSON text (RFC 8259): nothing before or behind the value, no name twice in an object, 32 levels at
    /// most. Linear in its length.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        self = try JSONParser.value(bytes)
    }
}
