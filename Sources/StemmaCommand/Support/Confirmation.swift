import Glibc

/// Asks before something that can't be undone, where there is somebody to ask.
enum Confirmation {
    /// True where the person agrees, or nobody sits at a terminal.
    static func agrees(_ question: String) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return true }
        StandardError.write("\(question) [y/N] ")
        return readLine()?.lowercased().hasPrefix("y") ?? false
    }
}
