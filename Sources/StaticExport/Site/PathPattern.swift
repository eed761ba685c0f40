package import Git

/// A pattern for paths of pages: `*` stands for anything within a segment, `**` for any number of segments.
package struct PathPattern: Sendable, Hashable {
    private let segments: [[UInt8]]

    /// Reads a pattern such as `Book/**` or `Guides/*-Start`; a folder's name alone stands for all that it holds.
    package init(_ text: String) {
        segments = text.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    }

    /// Whether a path fits. Cost: its segments times those of the pattern, and each segment times its pattern.
    package func fits(_ path: GitPath) -> Bool {
        let found = path.segments.map { Array($0) }
        return Self.fit(found, segments) {
            $0 == Array("**".utf8)
        } isAlike: {
            Self.fit($1, $0, isMany: { $0 == UInt8(ascii: "*") }, isAlike: ==)
        }
            || (found.count > segments.count
                && Self.fit(Array(found.prefix(segments.count)), segments) { _ in
                    false
                } isAlike: {
                    $0 == $1
                })
    }

    /// Fits a list to a pattern in which some elements stand for any number: the last of them is widened where it must.
    private static func fit<Element>(
        _ list: [Element], _ pattern: [Element], isMany: (Element) -> Bool, isAlike: (_ pattern: Element, _ element: Element) -> Bool
    ) -> Bool {
        var (at, want) = (0, 0)
        var retry: (at: Int, want: Int)?
        while at < list.count {
            if want < pattern.count, isMany(pattern[want]) {
                retry = (at, want)
                want += 1
            } else if want < pattern.count, isAlike(pattern[want], list[at]) {
                at += 1
                want += 1
            } else if let last = retry {
                at = last.at + 1
                want = last.want + 1
                retry = (at, last.want)
            } else {
                return false
            }
        }
        return pattern[want...].allSatisfy(isMany)
    }
}
