/// What a client hears at the end of a push: sentences for people, and a verdict on each reference.
///
/// Source of the format: git's `Documentation/gitprotocol-pack.txt`, "Report Status".
struct PushReport {
    private let opening: PushOpening

    /// A report for the client that sent this beginning.
    init(_ opening: PushOpening) {
        self.opening = opening
    }

    /// Refuses every reference.
    /// - Parameters:
    ///   - lines: what is wrong and what to do.
    ///   - reason: the same in a few words, behind each reference.
    func refusal(_ lines: [String], reason: String) -> [UInt8] {
        var verdicts = PacketLine.line("unpack ok\n")
        for command in opening.commands {
            verdicts += PacketLine.line(Array("ng ".utf8) + command.name + Array(" \(reason)\n".utf8))
        }
        verdicts += PacketLine.flush
        return wrapped(lines, wantsReport ? verdicts : [])
    }

    /// The sentences where the client has no band for them: for its standard error.
    func complaint(_ lines: [String]) -> [UInt8] {
        bandWidth == nil ? Array(lines.map { $0 + "\n" }.joined().utf8) : []
    }

    /// True where a report that git wrote says of a reference that all is well.
    func says(ok name: [UInt8], in output: [UInt8]) -> Bool {
        let verdicts = bandWidth == nil ? output : Self.data(of: output)
        var scanner = PacketScanner()
        scanner.append(verdicts)
        let wanted = Array("ok ".utf8) + name
        while let packet = try? scanner.next() {
            if case .line(let line) = packet, line == wanted || line == wanted + [UInt8(ascii: "\n")] { return true }
        }
        return false
    }

    /// True where the client shows what comes on a side band.
    var hasBand: Bool { bandWidth != nil }

    private var wantsReport: Bool {
        opening.capabilities.contains("report-status") || opening.capabilities.contains("report-status-v2")
    }

    /// How many bytes a line of the side band takes; nil where the client understands none.
    private var bandWidth: Int? {
        if opening.capabilities.contains("side-band-64k") { return PacketLine.longest }
        return opening.capabilities.contains("side-band") ? 995 : nil
    }

    private func wrapped(_ lines: [String], _ verdicts: [UInt8]) -> [UInt8] {
        guard let bandWidth else { return verdicts }
        let text = lines.map { $0 + "\n" }.joined()
        return PacketLine.band(2, Array(text.utf8), width: bandWidth) + PacketLine.band(1, verdicts, width: bandWidth) + PacketLine.flush
    }

    /// What stands on the first band.
    private static func data(of output: [UInt8]) -> [UInt8] {
        var scanner = PacketScanner()
        scanner.append(output)
        var result: [UInt8] = []
        while let packet = try? scanner.next() {
            if case .line(let line) = packet, line.first == 1 { result += line.dropFirst() }
        }
        return result
    }
}
