package import Git

/// A pattern for paths in the repository, matched byte by byte: `*` stands for any bytes within a segment, `**` as a whole
/// segment for any number of segments, and at the end for at least one.
///
/// Where a star took too little, only the last one takes more; so the time is at most the product of the lengths of pattern
/// and path, whatever they hold.
package struct PathPattern: Hashable, Sendable {
    /// Why a text is no pattern.
    package enum Problem: Error, Hashable, Sendable {
        /// Nothing, or longer than the bound in bytes.
        case length(limit: Int)
        /// It begins or ends with a slash, has two in a row, or a segment `.` or `..`: no path in the repository is like that.
        case segments
        /// Two stars in a row beside other characters.
        case stars
        /// A control character.
        case control
    }

    private enum Segment: Hashable {
        /// Any number of segments.
        case any
        /// One segment, with stars for any bytes.
        case one([UInt8])
    }

    /// The most bytes of a pattern.
    package static let limit = 1000

    /// As it was written.
    package let text: String
    private let segments: [Segment]

    private static let star = UInt8(ascii: "*")
    private static let slash = UInt8(ascii: "/")

    /// Reads a pattern.
    package init(_ text: String) throws(Problem) {
        self.text = text
        let bytes = Array(text.utf8)
        guard 1...Self.limit ~= bytes.count else { throw .length(limit: Self.limit) }
        guard bytes.allSatisfy({ $0 >= 32 && $0 != 127 }) else { throw .control }
        var segments: [Segment] = []
        for part in bytes.split(separator: Self.slash, omittingEmptySubsequences: false) {
            guard !part.isEmpty, !part.elementsEqual([0x2E]), !part.elementsEqual([0x2E, 0x2E]) else { throw .segments }
            if part.elementsEqual([Self.star, Self.star]) {
                if segments.last != .any { segments.append(.any) }
            } else {
                guard !zip(part, part.dropFirst()).contains(where: { $0 == Self.star && $1 == Self.star }) else { throw .stars }
                segments.append(.one(Array(part)))
            }
        }
        // What lies in a folder, and not the folder.
        if segments.last == .any { segments.append(.one([Self.star])) }
        self.segments = segments
    }

    /// True where the whole path is like the pattern. Time: at most the product of the lengths.
    package func matches(_ path: GitPath) -> Bool {
        let parts = path.segments
        var (pattern, part) = (0, 0)
        var retry: (pattern: Int, part: Int)?
        while part < parts.count {
            if pattern < segments.count, case .one(let wanted) = segments[pattern], Self.matches(parts[part], wanted) {
                pattern += 1
                part += 1
            } else if pattern < segments.count, segments[pattern] == .any {
                retry = (pattern + 1, part)
                pattern += 1
            } else if let last = retry {
                // The stars take one segment more, and the rest is tried anew.
                retry = (last.pattern, last.part + 1)
                (pattern, part) = (last.pattern, last.part + 1)
            } else {
                return false
            }
        }
        return pattern == segments.count
    }

    private static func matches(_ name: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        var (index, place) = (name.startIndex, 0)
        var retry: (index: Int, place: Int)?
        while index < name.endIndex {
            if place < wanted.count, wanted[place] == star {
                retry = (index, place + 1)
                place += 1
            } else if place < wanted.count, wanted[place] == name[index] {
                index += 1
                place += 1
            } else if let last = retry {
                retry = (last.index + 1, last.place)
                (index, place) = (last.index + 1, last.place)
            } else {
                return false
            }
        }
        while place < wanted.count, wanted[place] == star { place += 1 }
        return place == wanted.count
    }
}
