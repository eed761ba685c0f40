/// A line of OpenSSH's `authorized_keys` that lets a key do one thing: speak git with one wiki.
struct AuthorizedKeyLine {
    /// Its type and its bytes, as such a line has them.
    let key: String
    /// `SHA256:` and its hash.
    let fingerprint: String
    /// The program's own file.
    let executable: String
    /// The data folder, from the root.
    let folder: String

    /// The line without its end; nil where a path holds what no line can: control characters.
    var text: String? {
        let words = [executable, "ssh-serve", "--key", fingerprint, folder]
        guard words.allSatisfy({ word in word.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }) else { return nil }
        return "restrict,command=\"\(Self.inOption(words.map(Self.forShell).joined(separator: " ")))\" \(key)"
    }

    /// A word as a shell reads it back: the person's shell runs the command.
    static func forShell(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { $0.isASCIILetterOrDigit || "/-._:+=@".utf8.contains($0) }
        if isPlain, !word.isEmpty { return word }
        return "'\(word.replacing("'", with: "'\\''"))'"
    }

    /// A text between the quotes of an option, where sshd knows `\"` and nothing else.
    private static func inOption(_ text: String) -> String { text.replacing("\"", with: "\\\"") }
}
