import Glibc

/// Where a new password comes from: an option, a person at the terminal, who does not see it, or standard input.
struct PasswordInput {
    /// Whose password it is to be.
    let name: String

    /// Reads it. Standard input that is no terminal gives its first line.
    /// - Parameter option: what `--password` gave.
    func read(option: String?) throws(Failure) -> String {
        if let option { return option }
        guard isatty(STDIN_FILENO) == 1 else { return try Self.firstLine(TextFile.read("-", limit: 64 << 10)) }
        let password = try Self.ask("New password for \(name.printable): ")
        guard try Self.ask("Once more: ").utf8.elementsEqual(password.utf8) else {
            throw Failure(.usage, "The two passwords differ; nothing was changed.")
        }
        return password
    }

    /// The first line without its end.
    static func firstLine(_ bytes: [UInt8]) throws(Failure) -> String {
        var line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard !line.isEmpty else {
            throw Failure(.usage, "There is no password. Type it at a terminal, send it to standard input, or give --password or --link.")
        }
        guard let text = String(validating: line, as: UTF8.self) else { throw Failure(.usage, "The password is not UTF-8.") }
        return text
    }

    /// Asks at the terminal. The terminal shows what is typed again afterwards, also where the person gives up.
    private static func ask(_ question: String) throws(Failure) -> String {
        StandardError.write(question)
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { throw Failure(.inputOutput, "The terminal can't be asked.") }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            StandardError.write("\n")
        }
        var line = HiddenLine()
        var byte: UInt8 = 0
        while Glibc.read(STDIN_FILENO, &byte, 1) == 1 {
            switch line.take(byte) {
            case .goesOn: continue
            case .isGivenUp: throw Failure(.usage, "Nothing was changed.")
            case .isDone:
                guard let text = line.text, !text.isEmpty else { throw Failure(.usage, "There is no password; nothing was changed.") }
                return text
            }
        }
        throw Failure(.inputOutput, "The terminal is gone; nothing was changed.")
    }
}
