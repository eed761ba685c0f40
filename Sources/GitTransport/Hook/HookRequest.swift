import PushHook

/// What a hook tells the server: which push it belongs to, where git keeps what the push brought, and what shall become of
/// which references.
package struct HookRequest: Hashable, Sendable {
    /// The push's secret number.
    package let push: String
    /// The folder; empty where git keeps nothing apart.
    package let quarantine: String
    /// The commands.
    package let commands: [RefCommand]

    /// Puts a request together.
    package init(push: String, quarantine: String, commands: [RefCommand]) {
        self.push = push
        self.quarantine = quarantine
        self.commands = commands
    }

    /// Reads what follows the first line of a ``HookMessage``; nil where that is no request.
    init?(_ bytes: some Sequence<UInt8>) {
        var lines = Array(bytes).split(separator: UInt8(ascii: "\n"))[...]
        guard let push = lines.popFirst().flatMap({ Self.value("push ", $0) }),
            let quarantine = lines.popFirst().flatMap({ Self.value("kept ", $0) })
        else { return nil }
        var commands: [RefCommand] = []
        for line in lines {
            guard let text = Self.value("ref ", line), let command = RefCommand(line: text) else { return nil }
            commands.append(command)
        }
        self.init(
            push: String(decoding: push, as: UTF8.self), quarantine: String(decoding: quarantine, as: UTF8.self), commands: commands)
    }

    private static func value(_ key: String, _ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        line.starts(with: key.utf8) ? line.dropFirst(key.utf8.count) : nil
    }

    /// The whole message, its first line and its last included; nil where a line end stands where it can't.
    var bytes: [UInt8]? { HookMessage.bytes(push: push, quarantine: quarantine, commands: commands.map(\.line)) }
}
