import Git

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

    /// Names under which git looks for branches and all else before tags, or beside them; the last one is what clones call this wiki.
    private static let folders: Set<[UInt8]> = Set(["refs", "heads", "tags", "remotes", "origin"].map { Array($0.utf8) })

    /// True for what git would take for something else, or for both: then nobody could push the branch by its name any more, or say
    /// which commit they mean. Whatever its case, since some file systems know none.
    ///
    /// Source: git's `Documentation/revisions.txt`, "<refname>".
    func isMisleading(besides branch: String) -> Bool {
        let folded = bytes.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
        if folded.elementsEqual(branch.lowercased().utf8) || folded.elementsEqual("@".utf8) { return true }
        if folded.elementsEqual("head".utf8) || folded.suffix(5).elementsEqual("_head".utf8) { return true }
        if Self.folders.contains(Array(folded.prefix { $0 != UInt8(ascii: "/") })) { return true }
        return ObjectID(hex: String(decoding: folded, as: UTF8.self)) != nil
    }
}
