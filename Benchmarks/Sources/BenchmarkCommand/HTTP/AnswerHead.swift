/// Takes the head of an answer apart.
struct AnswerHead {
    let status: Int
    let fields: [(name: String, value: String)]

    init?(_ bytes: some Collection<UInt8>) {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
        guard let first = lines.first, first.hasPrefix("HTTP/1."),
            let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        self.status = status
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
    }

    func field(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The length of the body; nil where it comes in chunks.
    var length: Int? {
        if field("transfer-encoding")?.lowercased() == "chunked" { return nil }
        return status == 204 || status == 304 ? 0 : field("content-length").flatMap { Int($0) } ?? 0
    }
}
