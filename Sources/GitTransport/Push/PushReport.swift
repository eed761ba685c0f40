/// What a client hears at the end of a push: sentences for people, and a verdict on each reference.
///
/// Source of the format: git's `Documentation/gitprotocol-pack.txt`, "Report Status".
struct PushReport {
    private let opening: PushOpening

    /// A report for the client that sent this beginning.
    init(_ opening: PushOpening) {
        self.opening = opening
    }

    /// Refuses every reference but those that were moved all the same. Where none was named, so that nobody knows what the client
    /// understands, the sentences stand on the band for errors, which every git asks for since 2006.
    /// - Parameters:
    ///   - lines: what is wrong and what to do.
    ///   - reason: the same in a few words, behind each reference.
    ///   - kept: the names of those that were moved.
    func refusal(_ lines: [String], reason: String, keeping kept: Set<[UInt8]> = []) -> [UInt8] {
        guard !opening.commands.isEmpty else { return Self.last(lines) }
        var verdicts = PacketLine.line("unpack ok\n")
        for name in opening.commands.map(\.name) {
            let isKept = kept.contains(name)
            verdicts += PacketLine.line(Array((isKept ? "ok " : "ng ").utf8) + name + Array(isKept ? "\n".utf8 : " \(reason)\n".utf8))
        }
        verdicts += PacketLine.flush
        return wrapped(lines, wantsReport ? verdicts : [])
    }

    /// The last words to a client that asked for nothing in particular.
    static func last(_ lines: [String]) -> [UInt8] {
        PacketLine.band(3, Array(lines.joined(separator: "\n").utf8)) + PacketLine.flush
    }

    /// The sentences where the client has no band for them: for its standard error.
    func complaint(_ lines: [String]) -> [UInt8] {
        bandWidth == nil ? Array(lines.map { $0 + "\n" }.joined().utf8) : []
    }

    /// The references of which a report that git wrote says that all is well.
    func accepted(in output: [UInt8]) -> Set<[UInt8]> {
        var scanner = PacketScanner()
        scanner.append(bandWidth == nil ? output : Self.data(of: output))
        let start = Array("ok ".utf8)
        var names: Set<[UInt8]> = []
        while let packet = try? scanner.next() {
            guard case .line(let line) = packet, line.starts(with: start) else { continue }
            names.insert(Array(line.dropFirst(start.count).prefix { $0 != UInt8(ascii: "\n") }))
        }
        return names
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
