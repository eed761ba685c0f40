/// A path cut for display: its folders and its last part. Only display turns path bytes into a `String`.
struct PathName: Sendable {
    /// The segments as bytes; empty for the home page.
    let segments: [[UInt8]]

    init(_ path: [UInt8]) {
        segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map(Array.init)
    }

    /// The last segment with `-` and `_` read as spaces; empty at the root.
    var title: String { segments.last.map(Self.readable) ?? "" }

    /// The path up to and including segment `index`.
    func prefix(through index: Int) -> [UInt8] { Array(segments[...index].joined(separator: [UInt8(ascii: "/")])) }

    /// The folder's path; empty at the root.
    var folder: [UInt8] { Array(segments.dropLast().joined(separator: [UInt8(ascii: "/")])) }

    static func readable(_ segment: [UInt8]) -> String {
        String(decoding: segment.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
