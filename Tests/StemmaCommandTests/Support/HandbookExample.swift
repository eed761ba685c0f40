import Testing

/// What the handbook shows in its fenced blocks.
enum HandbookExample {
    /// The blocks of a page in one language, in their order.
    static func blocks(_ language: String, of page: String) throws -> [String] {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let bytes = try #require(TemporaryFolder.bytes("\(root)/Wiki/\(page).md"), "no page \(page)")
        var (blocks, current): ([String], [Substring]?) = ([], nil)
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if let lines = current {
                current = line == "```" ? nil : lines + [line]
                if current == nil { blocks.append(lines.joined(separator: "\n") + "\n") }
            } else if line == "```\(language)" {
                current = []
            }
        }
        return blocks
    }
}
