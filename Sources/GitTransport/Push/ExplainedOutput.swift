/// What git writes for the client of a push, in whole packets, with the wiki's own sentence before the words in which git refuses
/// a push by itself: those are for people who know git from within.
///
/// Cost is linear; never more than one packet is held back. Source of the format: git's `Documentation/gitprotocol-pack.txt`,
/// "Packfile Data" and "Report Status"; of the words: `builtin/receive-pack.c`, `builtin/index-pack.c`, `builtin/unpack-objects.c`
/// and `fsck.c`, under the locale C that the service runs in.
struct ExplainedOutput {
    /// Why git refuses, once it has said so.
    private(set) var refusal: PushRefusal?

    private let limit: Int
    private let words: PushWords
    /// The beginning of a packet whose end has not come.
    private var rest: [UInt8] = []
    /// The end of what git has said to people, which comes in pieces of any size.
    private var said: [UInt8] = []
    /// True once something came that is no packet: it is let through as it is.
    private var isPlain = false

    /// Longer than any of git's words that are looked for.
    private static let memory = 64

    /// - Parameter limit: the most bytes of a pack that git takes.
    init(limit: Int, words: PushWords) {
        self.limit = limit
        self.words = words
    }

    /// Takes what git writes, and gives what the client gets.
    mutating func pass(_ bytes: [UInt8]) -> [UInt8] {
        guard !isPlain else { return bytes }
        rest += bytes
        var result: [UInt8] = []
        var position = 0
        while rest.count - position >= 4 {
            guard let length = Self.length(rest[position..<(position + 4)]) else {
                isPlain = true
                result += rest[position...]
                rest = []
                return result
            }
            let end = position + max(4, length)
            guard rest.count >= end else { break }
            let payload = rest[(position + 4)..<end]
            let text = payload.dropFirst()
            switch payload.first {
            case 1: result += PacketLine.band(2, Array(explanation(ofReport: text).utf8))
            case 2: result += PacketLine.band(2, Array(explanation(of: text).utf8))
            default: break
            }
            result += rest[position..<end]
            position = end
        }
        rest.removeFirst(position)
        return result
    }

    /// What is to be said before something that git says to people; empty where it needs no words, or has had them.
    mutating func explanation(of text: some Collection<UInt8>) -> String {
        guard refusal == nil, let reason = reason(Array(text)) else { return "" }
        refusal = reason
        return words.lines(reason).map { $0 + "\n" }.joined()
    }

    /// What is to be said before a report that says no more than that the pack could not be unpacked, whatever git said of that before.
    private mutating func explanation(ofReport report: ArraySlice<UInt8>) -> String {
        guard refusal == nil, Self.failures.contains(where: { report.firstRange(of: $0) != nil }) else { return "" }
        refusal = .unreadable
        return words.lines(.unreadable).map { $0 + "\n" }.joined()
    }

    private static let failures = [Array(" unpacker error\n".utf8), Array(" missing necessary objects\n".utf8)]

    /// The beginning of a packet that was held back.
    mutating func takeRest() -> [UInt8] {
        defer { rest = [] }
        return rest
    }

    /// What is no fault of the client's.
    private static let troubles = [
        "No space left on device", "Disk quota exceeded", "Read-only file system", "Input/output error", "Out of memory",
        "Cannot allocate memory",
    ]

    private mutating func reason(_ text: [UInt8]) -> PushRefusal? {
        said += text
        defer { said = Array(said.suffix(Self.memory)) }
        if said.contains("pack exceeds maximum allowed size".utf8) { return .packTooLarge(limit: limit) }
        if said.contains("error: object ".utf8) || said.contains("fsck error in packed object".utf8) { return .unsoundObject }
        return Self.troubles.contains { said.contains($0.utf8) } ? .broken(TerminalText.escaped(said)) : nil
    }

    /// The length of a packet, with its four digits; nil for what is none.
    private static func length(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(Int?.some(0)) { length, digit in
            guard let length else { return nil }
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return length * 16 + Int(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): return length * 16 + Int(digit - UInt8(ascii: "a")) + 10
            default: return nil
            }
        }
    }
}

extension [UInt8] {
    /// Whether some other bytes stand in these.
    fileprivate func contains(_ other: String.UTF8View) -> Bool { firstRange(of: other) != nil }
}
