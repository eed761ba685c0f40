extension Document {
    /// The compact form, for the pipe and for a cache table. It begins with the renderer version.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.rendererVersion)
        frontMatter.write(to: &writer)
        writer.write(title)
        writer.write(pieces) { $1.write(to: &$0) }
        writer.write(links) { $1.write(to: &$0) }
        writer.write(headings) { writer, heading in
            writer.write(heading.level)
            writer.write(heading.anchor)
            writer.write(heading.text)
        }
        writer.write(places) { $0.write($1) }
        writer.write(lostFragments) { $0.write($1) }
        writer.write(plainText)
        writer.write(codeLanguages) { $0.write($1) }
        writer.write(hasMath)
        writer.write(isSource)
        return writer.bytes
    }

    /// Reads the compact form. Throws where it is torn or of another renderer version.
    package init(decoding bytes: [UInt8]) throws(DecodingFailure) {
        var reader = ByteReader(bytes)
        guard try reader.int() == Self.rendererVersion else { throw DecodingFailure() }
        self.init()
        frontMatter = try FrontMatter(reading: &reader)
        title = try reader.optionalString()
        pieces = try reader.list { reader throws(DecodingFailure) in try DocumentPiece(reading: &reader) }
        links = try reader.list { reader throws(DecodingFailure) in try DocumentLink(reading: &reader) }
        headings = try reader.list { reader throws(DecodingFailure) in
            Heading(level: try reader.int(), anchor: try reader.string(), text: try reader.string())
        }
        places = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        lostFragments = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        plainText = try reader.string()
        codeLanguages = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        hasMath = try reader.bool()
        isSource = try reader.bool()
        guard reader.isAtEnd else { throw DecodingFailure() }
    }
}

extension DocumentPiece {
    fileprivate func write(to writer: inout ByteWriter) {
        switch self {
        case .html(let html):
            writer.write(true)
            writer.write(html.string)
        case .slot(let index):
            writer.write(false)
            writer.write(index)
        }
    }

    fileprivate init(reading reader: inout ByteReader) throws(DecodingFailure) {
        self = try reader.bool() ? .html(SafeHTML(trusted: try reader.string())) : .slot(try reader.int())
    }
}
