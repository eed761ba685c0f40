/// What a hook tells the server: which push it belongs to, where git keeps what the push brought, and the lines that git wrote to
/// it, one for each reference.
///
/// On the socket it is lines: ``opening``, `push` with the secret number, `kept` with the folder, `ref OLD NEW NAME` for each
/// command, and an empty line. The server alone reads the commands.
package enum HookMessage {
    /// The first line, which tells what talks.
    package static let opening = "stemma-push 1"
    /// The most bytes of it all.
    package static let limit = 512 << 10

    /// The whole message, its first line and its last included; nil where a line end stands where it can't.
    package static func bytes(push: String, quarantine: String, commands: some Sequence<some Collection<UInt8>>) -> [UInt8]? {
        let newline = UInt8(ascii: "\n")
        guard !push.utf8.contains(newline), !quarantine.utf8.contains(newline) else { return nil }
        var result = Array("\(opening)\npush \(push)\nkept \(quarantine)\n".utf8)
        for command in commands {
            guard !command.isEmpty, !command.contains(newline) else { return nil }
            result += Array("ref ".utf8) + command + [newline]
        }
        return result + [newline]
    }
}
