import Markup
import TestSupport
import Testing

@testable import Presentation

/// Lists, and the numbers of their items.
struct RenderedListTests {
    private func article(_ old: String, _ new: String) -> String {
        RenderedDiff(old: SafeHTML(trusted: old), new: SafeHTML(trusted: new), phrases: .plain).article.string
    }

    private func list(_ items: [String], _ attributes: String = "") -> String {
        "<ol\(attributes)>" + items.map { "<li>\($0)</li>" }.joined() + "</ol>"
    }

    private let four = ["alpha is the first", "beta is the second", "gamma is the third", "delta is the fourth"]

    @Test func aListThatARemovedBlockPartsGoesOnWithItsNumber() {
        let old = list(Array(four[..<2])) + "<p>A paragraph that goes away.</p>" + list(Array(four[2...]), " start=\"3\"")
        let html = article(old, list(four))
        #expect(html.contains("</p><ol start=\"3\"><li>gamma"))
        #expect(
            CountedItems(html).items == ["1 alpha is the first", "2 beta is the second", "3 gamma is the third", "4 delta is the fourth"])
    }

    @Test func aListThatAnAddedBlockPartsKeepsTheNumbersOfBothVersions() {
        let new = list(Array(four[..<2])) + "<p>A paragraph that came between.</p>" + list(Array(four[2...]))
        let items = CountedItems(article(list(four), new)).items
        #expect(items == ["1 alpha is the first", "2 beta is the second", "1 gamma is the third", "2 delta is the fourth"])
    }

    @Test func itemsThatWentAreNotCountedAmongThoseThatStayed() {
        let items = CountedItems(article(list(four), list([four[0], "epsilon came instead", four[2], four[3]]))).items
        #expect(
            items == [
                "1 alpha is the first", "-2 beta is the second", "+2 epsilon came instead", "3 gamma is the third", "4 delta is the fourth",
            ])
        let first = CountedItems(article(list(four), list(Array(four[1...]), " start=\"7\""))).items
        #expect(first == ["-1 alpha is the first", "7 beta is the second", "8 gamma is the third", "9 delta is the fourth"])
    }

    @Test func aListThatCountsDownDoesSoWithItemsThatWent() {
        let html = article(list(four, " reversed"), list([four[0], four[2], four[3]], " reversed"))
        #expect(
            CountedItems(html).items == ["3 alpha is the first", "-3 beta is the second", "2 gamma is the third", "1 delta is the fourth"])
    }

    @Test func numbersThatAnAuthorGaveStay() {
        let old = "<ol><li>alpha is the first</li><li value=\"9\">beta is the second</li><li>gamma is the third</li></ol>"
        let new = "<ol><li>alpha is the first</li><li value=\"9\">beta is the second</li><li>new</li><li>gamma is the third</li></ol>"
        #expect(
            CountedItems(article(old, new)).items == ["1 alpha is the first", "9 beta is the second", "+10 new", "11 gamma is the third"])
    }

    @Test func listsWithinItemsCountForThemselves() {
        func inner(_ items: [String]) -> String { "<ol><li>outer one stays" + list(items) + "</li><li>outer two</li></ol>" }
        let items = CountedItems(article(inner(["inner one"]), inner(["inner one", "another"]))).items
        #expect(items == ["1 outer one stays", "1 inner one", "+2 another", "2 outer two"])
    }

    @Test func itemsWithoutWordsAreShown() {
        let html = article(list(["one", "", "two"]), list(["one", "", "two", ""]))
        #expect(CountedItems(html).items == ["1 one", "2 ", "3 two", "+4 "])
        #expect(html.contains("<li class=\"diff-inserted\">"))
        #expect(CountedItems(article(list(["one", ""]), list(["one"]))).items == ["1 one", "-2 "])
        #expect(article("", "<blockquote></blockquote>").contains("<blockquote class=\"diff-inserted\">"))
        let task = "<ul><li class=\"task\"><input type=\"checkbox\" disabled> </li></ul>"
        #expect(article("", task).contains("<input type=\"checkbox\" disabled>"))
    }

    @Test func anItemIsMarkedWhateverStandsInIt() {
        let old = "<ul><li><p>An item that stays.</p></li><li><p>An item that goes.</p><p>With more.</p></li></ul>"
        let html = article(old, "<ul><li><p>An item that stays.</p></li></ul>")
        #expect(html.contains("<li class=\"diff-deleted\"><p class=\"diff-deleted\">"))
        let kept = article("<ul><li><p>Old words here.</p><p>What stays below.</p></li></ul>", "<ul><li><p>What stays below.</p></li></ul>")
        #expect(kept.contains("<ul><li><p class=\"diff-deleted\">"))
    }

    /// Whatever is done to a list, an item has the number that it has in one of the two.
    @Test func everyNumberIsOfOneOfTheTwo() {
        for seed in 0..<120 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let old = (0..<1 + random.below(7)).map { "item\($0)of\(random.below(99))" }
            var new = old.filter { _ in !random.oneIn(4) }
            for _ in 0..<random.below(3) { new.insert("came\(random.below(99))", at: random.below(new.count + 1)) }
            let (before, after) = (parted(old, &random), parted(new, &random))
            let (known, shown) = ([before, after].map { Set(CountedItems($0).items) }, CountedItems(article(before, after)).items)
            #expect(shown.filter { $0.hasPrefix("-") }.allSatisfy { known[0].contains(String($0.dropFirst())) }, "seed \(seed)")
            let stayed = shown.filter { !$0.hasPrefix("-") }.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
            #expect(stayed == CountedItems(after).items, "seed \(seed): \(before) \(after) \(article(before, after))")
        }
    }

    /// A list with a paragraph somewhere in it.
    private func parted(_ items: [String], _ random: inout SeededGenerator) -> String {
        let place = random.below(2 * items.count)
        guard place > 0, place < items.count else { return list(items, random.oneIn(3) ? " start=\"5\"" : "") }
        let start = random.oneIn(2) ? " start=\"\(place + 1)\"" : ""
        return list(Array(items[..<place])) + "<p>Some words between.</p>" + list(Array(items[place...]), start)
    }
}
