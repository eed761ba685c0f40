import Git
import TestSupport

@testable import StaticExport

extension SearchDocument {
    /// A page of words that are apt to collide, in several scripts, with what a script must not take for its own.
    static func random(_ number: Int, _ random: inout SeededGenerator) -> SearchDocument {
        let words = [
            "a", "an", "and", "ant", "anthem", "be", "bee", "been", "Müller", "ÉTÉ", "学习", "编程语言", "ไทย", "ς", "x`${y}\\", "\u{1F973}",
            "q\u{301}", "\u{1}", "tail\nhead", "w\(random.below(30))", "zz\(random.below(9))", "\"quoted\"", "`", "$", "\\",
        ]
        func text(_ count: Int) -> String { (0..<random.below(count + 1)).map { _ in random.one(of: words) ?? "" }.joined(separator: " ") }
        let folder = random.oneIn(2) ? "Über/\(text(1))" : "Plain"
        var document = SearchDocument(
            number: number, path: GitPath("\(folder)/\(text(2))-\(number)"), title: text(3), address: "p\(number).html")
        document.headings = [text(2), text(2)]
        document.tags = random.oneIn(3) ? [text(2), "tag"] : []
        document.body = text(30)
        document.description = text(4)
        document.changed = random.oneIn(2) ? random.below(1_000) : nil
        return document
    }
}
