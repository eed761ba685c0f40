extension FrontMatter {
    func write(to writer: inout ByteWriter) {
        writer.write(Int(format.rawValue))
        writer.write(byteCount)
        writer.write(title)
        writer.write(description)
        writer.write(tags) { $0.write($1) }
        writer.write(aliases) { $0.write($1) }
        writer.write(language)
        writer.write(redirect)
        writer.write(license)
        writer.write(isDraft)
        writer.write(order.map { Int(truncatingIfNeeded: $0.bitPattern) })
        writer.write(navigation != nil)
        navigation?.write(to: &writer)
        writer.write(book != nil)
        book?.write(to: &writer)
        problem.write(to: &writer)
    }

    init(reading reader: inout ByteReader) throws(DecodingFailure) {
        guard let code = UInt8(exactly: try reader.int()), let format = Format(rawValue: code) else { throw DecodingFailure() }
        self.init()
        self.format = format
        byteCount = try reader.int()
        title = try reader.optionalString()
        description = try reader.optionalString()
        tags = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        aliases = try reader.list { reader throws(DecodingFailure) in try reader.string() }
        language = try reader.optionalString()
        redirect = try reader.optionalString()
        license = try reader.optionalString()
        isDraft = try reader.bool()
        order = try reader.optionalInt().map { Double(bitPattern: UInt64(bitPattern: Int64($0))) }
        navigation = try reader.bool() ? NavigationList(reading: &reader) : nil
        book = try reader.bool() ? BookMatter(reading: &reader) : nil
        problem = try FrontMatterProblem?(reading: &reader)
    }
}

extension FrontMatterProblem? {
    fileprivate func write(to writer: inout ByteWriter) {
        switch self {
        case nil: writer.write(0)
        case .notYAML(let line):
            writer.write(1)
            writer.write(line)
        case .notKeys: writer.write(2)
        case .tooLarge: writer.write(3)
        case .tooComplex: writer.write(4)
        }
    }

    fileprivate init(reading reader: inout ByteReader) throws(DecodingFailure) {
        switch try reader.int() {
        case 0: self = nil
        case 1: self = .notYAML(line: try reader.int())
        case 2: self = .notKeys
        case 3: self = .tooLarge
        case 4: self = .tooComplex
        default: throw DecodingFailure()
        }
    }
}
