package import Git

/// The target of a link as its author wrote it, taken apart for the lookup.
package struct LinkTarget: Hashable, Sendable {
    /// Where the lookup may look.
    package enum Place: Hashable, Sendable {
        /// Anywhere, by the order of the design's rule.
        case anywhere
        /// From the linking page's folder, and nowhere else.
        case folder
        /// From the pages root, and nowhere else.
        case root
    }

    /// Where to look.
    package let place: Place
    /// Steps up from the folder, for `../`.
    package let steps: Int
    /// The path as written, without `./`, `../`, a leading `/` and a trailing one.
    package let path: GitPath
    /// True where it ended in a slash, and so names a folder.
    package let isFolder: Bool

    /// Reads a target; nil where it is empty.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
        while bytes.last == UInt8(ascii: " ") { bytes = bytes.dropLast() }
        guard !bytes.isEmpty else { return nil }
        var place = Place.anywhere
        if bytes.first == UInt8(ascii: "/") { place = .root }
        isFolder = bytes.last == UInt8(ascii: "/")
        var steps = 0
        var kept: [ArraySlice<UInt8>] = []
        for segment in bytes.split(separator: UInt8(ascii: "/")) {
            if segment.elementsEqual(".".utf8) {
                if place == .anywhere, kept.isEmpty { place = .folder }
            } else if segment.elementsEqual("..".utf8) {
                if place == .anywhere { place = .folder }
                if kept.popLast() == nil { steps += 1 }
            } else {
                kept.append(segment)
            }
        }
        self.place = place
        self.steps = steps
        path = GitPath(segments: kept)
    }

    /// The path without `.md`, where it has it.
    package var stem: GitPath { PagesLayout.withoutExtension(path) ?? path }

    /// The lookup key of the last segment, under which the index finds who links to a name.
    package static func key(of text: String) -> String {
        guard let target = LinkTarget(text) else { return "" }
        return LookupKey.ofName(target.stem)
    }

    /// The path from the root that the target means, seen from a folder; nil where `../` leaves the wiki.
    package func path(from folder: GitPath) -> GitPath? {
        var base = place == .root ? GitPath.root : folder
        for _ in 0..<steps {
            if base.isRoot { return nil }
            base = base.parent
        }
        return path.isRoot ? base : base.isRoot ? path : GitPath(bytes: base.bytes + [UInt8(ascii: "/")] + path.bytes)
    }
}
