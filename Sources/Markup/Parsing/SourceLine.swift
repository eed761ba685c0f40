/// A line of Markdown as the preparation sees it, without knowing in which block it stands.
struct SourceLine {
    private let content: ArraySlice<UInt8>

    init(_ line: ArraySlice<UInt8>) {
        let blanks: Set<UInt8> = [9, 13, 32]
        let start = line.firstIndex { !blanks.contains($0) && $0 != UInt8(ascii: ">") } ?? line.endIndex
        let end = line.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? start
        content = line[start..<max(start, end)]
    }

    /// Whether it may open or close a block of code.
    var isFence: Bool {
        content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8)
    }

    /// The place and the sign of a `$$` or `%%` that opens the line and is not closed on it.
    var opening: (position: Int, sign: UInt8)? {
        guard let sign = content.first, sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%"), content.starts(with: [sign, sign]),
            firstPair(sign, from: content.startIndex + 2) == nil
        else { return nil }
        return (content.startIndex, sign)
    }

    /// The place of the pair of signs that ends the line.
    func closing(_ sign: UInt8) -> Int? {
        guard content.count >= 2, content.suffix(2).allSatisfy({ $0 == sign }) else { return nil }
        return content.endIndex - 2
    }

    private func firstPair(_ sign: UInt8, from start: Int) -> Int? {
        guard start < content.endIndex - 1 else { return nil }
        return (start..<content.endIndex - 1).first { content[$0] == sign && content[$0 + 1] == sign }
    }
}
