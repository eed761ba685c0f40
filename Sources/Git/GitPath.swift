/// A path inside a git tree: bytes separated by `/`, never a `String`, since git promises no encoding and Swift's
/// strings hold texts equal that git keeps apart.
public struct GitPath: Hashable, Sendable {
    /// The bytes, without a leading or trailing slash.
    public let bytes: [UInt8]

    /// The path of the tree itself.
    public static let root = GitPath(bytes: [])

    /// Takes bytes as they are.
    public init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Takes the UTF-8 of a text.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Joins segments by `/`.
    public init(segments: some Sequence<some Sequence<UInt8>>) {
        bytes = Array(segments.map { Array($0) }.joined(separator: [UInt8(ascii: "/")]))
    }

    /// The segments between the slashes; none for the root.
    public var segments: [ArraySlice<UInt8>] {
        bytes.isEmpty ? [] : bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    }

    /// The last segment.
    public var name: ArraySlice<UInt8> {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
        return bytes[(slash + 1)...]
    }

    /// The folder that holds this path; the root for a path of one segment.
    public var parent: GitPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return GitPath(bytes: bytes[..<slash])
    }

    /// True for the path of the tree itself.
    public var isRoot: Bool { bytes.isEmpty }

    /// This path with one more segment.
    public func appending(_ segment: some Sequence<UInt8>) -> GitPath {
        isRoot ? GitPath(bytes: segment) : GitPath(bytes: bytes + [UInt8(ascii: "/")] + Array(segment))
    }

    /// True where this path is `folder` or lies below it.
    public func isInside(_ folder: GitPath) -> Bool {
        if folder.isRoot || self == folder { return true }
        return bytes.count > folder.bytes.count && bytes.starts(with: folder.bytes)
            && bytes[folder.bytes.count] == UInt8(ascii: "/")
    }

    /// The path seen from inside `folder`; nil where it lies elsewhere.
    public func relative(to folder: GitPath) -> GitPath? {
        guard isInside(folder) else { return nil }
        if folder.isRoot { return self }
        return GitPath(bytes: bytes.dropFirst(folder.bytes.count + 1))
    }

    /// For display alone: bytes that are not UTF-8 become U+FFFD.
    public var display: String { String(decoding: bytes, as: UTF8.self) }
}

extension GitPath: Comparable {
    public static func < (left: GitPath, right: GitPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension GitPath: CustomStringConvertible {
    public var description: String { display }
}
