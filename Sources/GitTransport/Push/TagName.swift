/// The name of a tag without `refs/tags/`, as a push brings it.
struct TagName {
    let bytes: [UInt8]

    private static let forbidden = Set(" ~^:?*[\\\u{7F}".utf8)

    /// False for what git takes for no name of a reference, and would refuse only once the branch has moved.
    ///
    /// Source: git's `Documentation/git-check-ref-format.txt`.
    var isWellFormed: Bool {
        guard !bytes.contains(where: { $0 < 0x20 || Self.forbidden.contains($0) }), bytes.last != UInt8(ascii: ".") else { return false }
        guard bytes.firstRange(of: "..".utf8) == nil, bytes.firstRange(of: "@{".utf8) == nil else { return false }
        return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { segment in
            !segment.isEmpty && segment.first != UInt8(ascii: ".") && !segment.suffix(5).elementsEqual(".lock".utf8)
        }
    }
}
