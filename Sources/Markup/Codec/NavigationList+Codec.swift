extension NavigationList {
    func write(to writer: inout ByteWriter) {
        writer.write(folder)
        writer.write(lines) { writer, line in
            writer.write(line.title)
            writer.write(line.target)
            writer.write(line.depth)
        }
    }

    init(reading reader: inout ByteReader) throws(DecodingFailure) {
        folder = try reader.optionalString()
        lines = try reader.list { reader throws(DecodingFailure) in
            Line(title: try reader.optionalString(), target: try reader.optionalString(), depth: try reader.int())
        }
    }
}
