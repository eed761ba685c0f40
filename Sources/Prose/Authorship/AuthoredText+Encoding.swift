/// Stored as numbers: a version, how many runs, and for each its length, its words, and how far its revision is from that of
/// the run before. A few bytes a run.
extension AuthoredText {
    private static let version: UInt64 = 1

    /// To be stored. Linear in the runs.
    package func encoded() -> [UInt8] {
        var writer = NumberWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// What was stored; any other bytes are refused. Linear.
    package init(decoding bytes: [UInt8]) throws(AuthorshipError) {
        var reader = NumberReader(bytes)
        try self.init(from: &reader)
        guard reader.isAtEnd else { throw .damaged }
    }

    func write(to writer: inout NumberWriter) {
        writer.write(AuthoredText.version)
        writer.write(runs.count)
        var last: UInt32 = 0
        for run in runs {
            writer.write(run.length)
            writer.write(run.words)
            let step = NumberWriter.folded(run.origin.revision, last)
            writer.write(step << 1 | (run.origin.page == 0 ? 0 : 1))
            if run.origin.page != 0 { writer.write(UInt64(run.origin.page)) }
            last = run.origin.revision
        }
    }

    init(from reader: inout NumberReader) throws(AuthorshipError) {
        guard try reader.read() == AuthoredText.version else { throw .otherVersion }
        let count = try reader.readCount(ofSize: 3)
        self.init()
        var last: Int64 = 0
        for _ in 0..<count {
            let length = try reader.read(below: 1 << 40)
            let words = try reader.read(below: length + 1)
            let folded = try reader.read()
            let step = folded >> 1
            guard step < 1 << 33 else { throw .damaged }
            last += Int64(bitPattern: step >> 1) ^ -Int64(bitPattern: step & 1)
            guard let revision = UInt32(exactly: last), length > 0 else { throw .damaged }
            let page = folded & 1 == 0 ? 0 : try UInt32(reader.read(below: 1 << 32))
            append(length: length, words: words, origin: Origin(revision: revision, page: page))
        }
        guard runs.count == count else { throw .damaged }
    }
}
