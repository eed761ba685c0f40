import Glibc

/// What somebody who looks at the output can be shown.
struct Terminal: Equatable {
    /// True where it is a terminal and no file or pipe.
    let isWatched: Bool
    /// True where lines can be written over.
    let canOverwrite: Bool
    /// True where texts may have colours: `NO_COLOR` (no-color.org) turns them off.
    let hasColours: Bool

    /// Standard output.
    static let output = Terminal(isWatched: isatty(STDOUT_FILENO) == 1, variable: value)
    /// Standard error.
    static let errors = Terminal(isWatched: isatty(STDERR_FILENO) == 1, variable: value)

    /// - Parameter variable: the value of a variable of the environment; nil where there is none.
    init(isWatched: Bool, variable: (String) -> String?) {
        self.isWatched = isWatched
        canOverwrite = isWatched && variable("TERM") != "dumb"
        hasColours = canOverwrite && (variable("NO_COLOR") ?? "").isEmpty
    }

    private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
