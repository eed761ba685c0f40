import Glibc

/// Asks before something that can't be undone.
enum Confirmation {
    /// True where the person agrees.
    /// - Throws: a failure that names `--yes`, where nobody sits at a terminal who could be asked.
    static func agrees(_ question: String) throws(Failure) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure(.usage, "Nobody can be asked here: say --yes where this is meant; nothing was changed.")
        }
        StandardError.write("\(question) [y/N] ")
        return readLine()?.lowercased().hasPrefix("y") ?? false
    }
}
