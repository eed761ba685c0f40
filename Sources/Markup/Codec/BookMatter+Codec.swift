extension BookMatter {
    func write(to writer: inout ByteWriter) {
        writer.write(title)
        writer.write(subtitle)
        writer.write(language)
        writer.write(cover)
        writer.write(license)
        writer.write(authors) { $0.write($1) }
        writer.write(editors) { $0.write($1) }
        writer.write(identifier)
    }

    init(reading reader: inout ByteReader) throws(DecodingFailure) {
        self.init()
        title = try reader.optionalString()
        subtitle = try reader.optionalString()
        language = try reader.optionalString()
        cover = try reader.optionalString()
        license = try reader.optionalString()
        authors = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        editors = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        identifier = try reader.optionalString()
    }
}
