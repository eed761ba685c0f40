/// Cuts what SQLite gives for a long text, where each place that was found is marked, down to what surrounds the first.
enum SearchExcerpt {
    /// How many scalars stand before the first mark, and how many in all.
    private static let before = 80
    private static let length = 280
    private static let opening: UInt8 = 1
    private static let closing: UInt8 = 2

    /// The text where it is short already, else a piece of it whose marks come in pairs. Linear up to the first mark.
    static func shortened(_ marked: String) -> String {
        guard marked.utf8.count > length * 4 else { return marked }
        let scalars = marked.unicodeScalars
        let first = scalars.firstIndex { $0.value == UInt32(opening) } ?? scalars.startIndex
        let start = scalars.index(first, offsetBy: -before, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let end = scalars.index(start, offsetBy: length, limitedBy: scalars.endIndex) ?? scalars.endIndex
        var piece = String(scalars[start..<end])
        let isOpen = piece.utf8.count { $0 == opening } > piece.utf8.count { $0 == closing }
        if isOpen { piece.unicodeScalars.append(Unicode.Scalar(closing)) }
        return (start > scalars.startIndex ? "…" : "") + piece + (end < scalars.endIndex ? "…" : "")
    }
}
