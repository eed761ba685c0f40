package import Git
import WikiCore

/// A rule of the access file: who may edit the files that a pattern names.
package struct AccessRule: Hashable, Sendable {
    /// The files.
    package let path: PathPattern
    /// Who may edit them; nobody but admins where it is empty.
    package let editors: [AccessGrant]
    /// The line of the access file where it begins.
    package let line: Int
    /// The pattern as the forgiving lookup reads it; nil where that is no pattern.
    private let folded: PathPattern?

    init(path: PathPattern, editors: [AccessGrant], line: Int) {
        self.path = path
        self.editors = editors
        self.line = line
        folded = try? PathPattern(Self.folded(GitPath(path.text)).display)
    }

    /// True where the rule is about a file. `rules.md` is found under the address of `Rules.md`, so a rule about one is a rule
    /// about all names that the lookup takes for it.
    package func fits(_ file: GitPath) -> Bool {
        path.matches(file) || folded?.matches(Self.folded(file)) ?? false
    }

    /// A path as the lookup compares it, segment by segment, with one ending for all pages.
    private static func folded(_ path: GitPath) -> GitPath {
        var segments = path.segments.map { Array(LookupKey.of($0).utf8) }
        let long = Array(".markdown".utf8)
        if let name = segments.last, name.count > long.count, name.suffix(long.count).elementsEqual(long) {
            segments[segments.count - 1] = name.dropLast(long.count) + Array(".md".utf8)
        }
        return GitPath(segments: segments)
    }
}
