/// What `stemma ssh-serve` tells the server before it lets bytes through: whose key it is, what the client asked for, and from
/// where.
///
/// On the socket it is lines: ``opening``, `key`, `version`, `address` and `command`, each with its value, the command's in
/// hexadecimal digits, and an empty line. What follows is the client's standard input.
struct SSHRequest: Hashable {
    /// The key's fingerprint, `SHA256:…`.
    let key: String
    /// What the client asked for: `SSH_ORIGINAL_COMMAND`.
    let command: String
    /// `GIT_PROTOCOL`; empty for none.
    let version: String
    /// The client's network address; empty where it is not known.
    let address: String

    /// The first line, which tells what talks.
    static let opening = "stemma-ssh 1"

    init(key: String, command: String, version: String, address: String) {
        self.key = key
        self.command = command
        self.version = version
        self.address = address
    }

    /// Reads what follows the first line; nil where that is no request.
    init?(_ bytes: some Sequence<UInt8>) {
        let lines = Array(bytes).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let values = zip(Self.keys, lines).compactMap { key, line in
            line.hasPrefix("\(key) ") ? String(line.dropFirst(key.count + 1)) : nil
        }
        guard values.count == Self.keys.count, let command = Self.decoded(values[3]) else { return nil }
        self.init(key: values[0], command: command, version: values[1], address: values[2])
    }

    private static let keys = ["key", "version", "address", "command"]

    /// The whole message, its first line and its last included.
    var bytes: [UInt8] {
        let digits = command.utf8.prefix(4096).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let newline = UInt8(ascii: "\n")
        var result = Array(Self.opening.utf8) + [newline]
        for (key, value) in zip(Self.keys, [self.key, version, address, digits]) {
            result += Array("\(key) ".utf8) + value.utf8.filter { $0 != newline } + [newline]
        }
        return result + [newline]
    }

    private static func decoded(_ digits: String) -> String? {
        let bytes = Array(digits.utf8)
        guard bytes.count.isMultiple(of: 2) else { return nil }
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 2) {
            guard let byte = UInt8(String(decoding: bytes[start..<(start + 2)], as: UTF8.self), radix: 16) else { return nil }
            result.append(byte)
        }
        return String(validating: result, as: UTF8.self)
    }
}
