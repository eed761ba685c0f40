import WikiCore

/// How the command line tells who wrote a page: shares as bars, and the text line by line.
struct AuthorsListing {
    let authors: PageAuthors
    let withText: Bool
    var terminal = Terminal.output

    private static let barWidth = 24
    /// Six colours that most terminals show well on light and dark grounds.
    private static let colours = ["\u{1B}[36m", "\u{1B}[33m", "\u{1B}[35m", "\u{1B}[32m", "\u{1B}[34m", "\u{1B}[31m"]
    private static let plain = "\u{1B}[0m"

    /// The whole text.
    var text: String { shares + (withText ? "\n" + lines : "") }

    private var shares: String {
        var table = TextTable(["", "share", "", "words", "name"], terminal: terminal)
        for (index, person) in authors.people.enumerated() {
            let percent = (person.share * 1000).rounded() / 10
            let words = Int(person.words.rounded())
            let name = person.name + (person.account.map { " (\($0))" } ?? "")
            table.add([String(index + 1), bar(person.share), "\(percent) %", "\(words)", name])
        }
        return "\(Counted.text(authors.words, "word")) by \(Counted.text(authors.people.count, "person", "people"))\n" + table.text
    }

    private func bar(_ share: Double) -> String {
        let full = min(Self.barWidth, max(share > 0 ? 1 : 0, Int((share * Double(Self.barWidth)).rounded())))
        return String(repeating: "█", count: full) + String(repeating: "░", count: Self.barWidth - full)
    }

    /// Each line of the text after the numbers of those who wrote it; of those who wrote words together, as `1+2`.
    private var lines: String {
        let runs = authors.wordRuns
        var result = ""
        var start = 0
        var run = 0
        while start < authors.text.count {
            let end = authors.text[start...].firstIndex(of: 0x0A) ?? authors.text.count
            var numbers: [[Int]] = []
            var words = ""
            while run < runs.count, runs[run].range.lowerBound < max(end, start + 1) {
                let range = runs[run].range.clamped(to: start..<end)
                let people = runs[run].change.map { authors.changes[$0].people } ?? []
                if !people.isEmpty, !range.isEmpty, !numbers.contains(people) { numbers.append(people) }
                words += painted(String(decoding: authors.text[range], as: UTF8.self).printableLines, people.first)
                if runs[run].range.upperBound > end { break }
                run += 1
            }
            result += "\(margin(numbers)) \(words)\n"
            start = end + 1
            while run < runs.count, runs[run].range.upperBound <= start { run += 1 }
        }
        return result
    }

    private func margin(_ writers: [[Int]]) -> String {
        let shown = writers.prefix(4).map { people in
            people.prefix(3).map { String($0 + 1) }.joined(separator: "+") + (people.count > 3 ? "+…" : "")
        }
        let text = shown.joined(separator: ",") + (writers.count > 4 ? "…" : "")
        return String(repeating: " ", count: max(0, 12 - text.unicodeScalars.count)) + text + " │"
    }

    private func painted(_ words: String, _ person: Int?) -> String {
        guard terminal.hasColours, let person else { return words }
        return Self.colours[person % Self.colours.count] + words + Self.plain
    }
}
