import Git

/// What a client asks for over SSH: `git-upload-pack '/wiki.git'` or `git-receive-pack 'wiki.git'`, quoted as git does, and
/// nothing else.
struct SSHCommand: Hashable {
    /// The program that it names.
    let program: GitService.Program

    /// The names of the one repository.
    private static let paths: Set<String> = ["wiki.git", "/wiki.git", "wiki.git/", "/wiki.git/"]

    /// Reads the command; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count <= 1024 else { return nil }
        for program in [GitService.Program.uploadPack, .receivePack] {
            for name in ["git-\(program.rawValue) ", "git \(program.rawValue) "] where text.hasPrefix(name) {
                guard let path = Self.unquoted(text.utf8.dropFirst(name.utf8.count)), Self.paths.contains(path) else { return nil }
                self.program = program
                return
            }
        }
        return nil
    }

    /// A text as git's `sq_quote` writes it: in single quotes, between which `\'` and `\!` stand for themselves.
    private static func unquoted(_ text: some Collection<UInt8>) -> String? {
        let quote = UInt8(ascii: "'")
        var rest = Array(text)[...]
        guard rest.popFirst() == quote else { return nil }
        var result: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte == quote else {
                result.append(byte)
                continue
            }
            if rest.isEmpty { return String(decoding: result, as: UTF8.self) }
            guard rest.popFirst() == UInt8(ascii: "\\"), let escaped = rest.popFirst(), escaped == quote || escaped == UInt8(ascii: "!"),
                rest.popFirst() == quote
            else { return nil }
            result.append(escaped)
        }
        return nil
    }
}
