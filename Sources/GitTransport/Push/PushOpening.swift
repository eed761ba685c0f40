/// The beginning of what a client sends to `git receive-pack`: its commands, and what it understands. The pack follows.
struct PushOpening: Hashable, Sendable {
    /// What shall become of which references; at most one more than the bound.
    var commands: [RefCommand] = []
    /// What the client understands, such as `side-band-64k`.
    var capabilities: Set<String> = []
    /// The bytes that were read for this, which the program behind has still to get.
    var bytes: [UInt8] = []
    /// True where there are more commands than anybody looked at.
    var isOverlong = false

    /// No beginning of a push.
    struct Malformed: Error, Hashable {}

    /// The most commands of one push.
    static let commandLimit = 100
    /// The most bytes before the pack: so many commands with long names, and the edges of a shallow clone.
    static let byteLimit = 1 << 20

    /// True where a pack follows: something is to be made or moved.
    var wantsPack: Bool { commands.contains { $0.new != nil } }

    /// Reads up to the end of the commands, or as far as is needed to refuse them.
    static func read(from source: () async -> [UInt8]?) async throws(Malformed) -> PushOpening {
        var reading = Reading()
        while let chunk = await source() {
            if try reading.take(chunk) { return reading.opening }
        }
        guard reading.opening.bytes.isEmpty else { throw Malformed() }
        return reading.opening
    }
}

extension PushOpening {
    /// A beginning that comes in pieces.
    struct Reading {
        /// What was read so far.
        private(set) var opening = PushOpening()
        private var scanner = PacketScanner()
        private var isWhole = false

        /// True where bytes came behind the commands.
        var isFollowed: Bool { isWhole && !scanner.isEmpty }

        /// Takes more of it; true once all commands are read, or enough of them.
        mutating func take(_ bytes: [UInt8]) throws(Malformed) -> Bool {
            opening.bytes += bytes
            scanner.append(bytes)
            if isWhole { return true }
            isWhole = try takeCommands()
            guard isWhole || opening.bytes.count <= PushOpening.byteLimit else { throw Malformed() }
            return isWhole
        }

        private mutating func takeCommands() throws(Malformed) -> Bool {
            do throws(PacketScanner.Malformed) {
                while let packet = try scanner.next() {
                    guard case .line(let line) = packet else { return true }
                    if line.starts(with: "shallow ".utf8) { continue }
                    guard let command = command(line) else { throw PacketScanner.Malformed() }
                    opening.commands.append(command)
                    if opening.commands.count > PushOpening.commandLimit {
                        opening.isOverlong = true
                        return true
                    }
                }
                return false
            } catch {
                throw Malformed()
            }
        }

        /// A command; the first one carries what the client understands behind a NUL.
        private mutating func command(_ line: [UInt8]) -> RefCommand? {
            let parts = line.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            if opening.commands.isEmpty, parts.count == 2 {
                let words = parts[1].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
                opening.capabilities = Set(words.map { String(decoding: $0, as: UTF8.self) })
            }
            guard let text = parts.first else { return nil }
            return RefCommand(line: text.last == UInt8(ascii: "\n") ? text.dropLast() : text)
        }
    }
}
