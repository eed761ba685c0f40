/// Makes Markdown of the kind that wikis hold: headings, paragraphs, lists, links and code. The same in each run.
struct SampleText {
    private var numbers: SeededNumbers
    private static let words = """
        page text history commit branch merge editor reader author folder file link heading table list server client request \
        answer search index word line change review compiler package module function value type error test build release \
        machine memory process thread socket buffer cache query row column format guide example note question reason rule
        """.split(separator: " ").map(String.init)

    init(seed: UInt64) {
        numbers = SeededNumbers(seed)
    }

    /// A page of about this many bytes.
    mutating func page(_ title: String, bytes: Int) -> String {
        var text = "# \(title)\n"
        while text.utf8.count < bytes {
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: text += "\n## \(words(3))\n"
            case 1: text += "\n" + (0..<4).map { _ in "- \(words(7))\n" }.joined()
            case 2: text += "\n```go\nfunc \(words(1))(\(words(1)) int) error {\n\treturn nil // \(words(4))\n}\n```\n"
            case 3: text += "\nSee [\(words(2))](https://example.org/\(words(1))) and `\(words(1)).\(words(1))`.\n"
            default: text += "\n\((0..<5).map { _ in words(11) }.joined(separator: ". ")).\n"
            }
        }
        return text
    }

    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in Self.words.randomElement(using: &numbers) ?? "word" }.joined(separator: " ")
    }
}
