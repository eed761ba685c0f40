extension DocumentLink {
    func write(to writer: inout ByteWriter) {
        writer.write(Int(kind.rawValue))
        writer.write(target)
        writer.write(query)
        writer.write(fragment)
        writer.write(text)
        writer.write(title)
        writer.write(width)
        writer.write(height)
        writer.write(alignment)
        writer.write(alternate != nil)
        if let alternate {
            writer.write(alternate.target)
            writer.write(alternate.fragment)
            writer.write(alternate.text)
        }
        writer.write(isAbsolute)
        writer.write(isBlock)
    }

    init(reading reader: inout ByteReader) throws(DecodingFailure) {
        guard let code = UInt8(exactly: try reader.int()), let kind = Kind(rawValue: code) else { throw DecodingFailure() }
        self.init(kind: kind, target: try reader.string())
        query = try reader.optionalString()
        fragment = try reader.optionalString()
        text = try reader.string()
        title = try reader.optionalString()
        width = try reader.optionalInt()
        height = try reader.optionalInt()
        alignment = try reader.optionalString()
        if try reader.bool() {
            alternate = Alternate(target: try reader.string(), fragment: try reader.optionalString(), text: try reader.string())
        }
        isAbsolute = try reader.bool()
        isBlock = try reader.bool()
    }
}
