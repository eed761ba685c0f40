import Testing

@testable import Prose

/// Lists and tables, in which all lines share stock words and signs.
@Suite struct AuthorshipListTests {
    private let syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "xe", "zi"]

    /// Another for each number.
    private func name(_ number: Int) -> String {
        (0..<4).map { syllables[(number * 7 + $0 * $0 * 5 + (number >> $0)) % syllables.count] }.joined() + "\(number % 10)"
    }

    /// Adds the lines one after another, at places that jump about, and expects each to be of the revision that brought it, with
    /// all its words and signs.
    private func expectWhole(_ lines: [String], after head: [String]) {
        var authorship = Authorship()
        var text = head
        authorship.append(bytes(text.joined(separator: "\n")), by: 0)
        for (index, line) in lines.enumerated() {
            text.insert(line, at: head.count + index * 5 % (index + 1))
            authorship.append(bytes(text.joined(separator: "\n")), by: UInt32(index + 1))
        }
        let origins = authorship.head
        var place = 0
        for line in text {
            defer { place += line.utf8.count + 1 }
            let writer = lines.firstIndex(of: line).map { UInt32($0 + 1) } ?? 0
            let tokens = Tokens(bytes(line)).list.filter { $0.kind == .word || $0.kind == .sign }
            let found = Set(tokens.map { origins.origin(at: place + $0.range.lowerBound)?.revision })
            #expect(line.isEmpty || found == [writer], "\(line)")
        }
    }

    @Test func aNewItemOfAListOfLinksIsItsWritersWhole() {
        let items = (0..<60).map { number in
            let address = "https://\(number % 3 == 0 ? "" : "www.")\(name(number)).com\(number % 4 == 0 ? "/" : "")"
            let code = number % 2 == 0 ? "" : " - [github](https://github.com/\(name(number)))"
            return "- [\(name(number).uppercased())](\(address))\(code)"
        }
        #expect(Set(items).count == items.count)
        expectWhole(items, after: ["# Who uses it", ""])
    }

    @Test func aNewRowOfATableIsItsWritersWhole() {
        let rows = (0..<60).map { number in
            let date = "2024-\(10 + number % 3)-\(10 + number % 17)"
            return "| \(name(number)) Conf | \(date) | \(name(number + 400)), Germany | https://www.\(name(number + 800)).org/ |"
        }
        expectWhole(rows, after: ["# Conferences", "", "| Name | Date | Place | Website |", "| --- | --- | --- | --- |"])
    }

    @Test func aCopiedRowIsTheFirstWritersWhereItIsMostOfTheNewOne() {
        var authorship = Authorship()
        var rows = (0..<30).map { "| \(name($0)) | 2024 | \(name($0 + 90)) Hall, \(name($0 + 200)) | https://\(name($0 + 300)).org/ |" }
        authorship.append(bytes(rows.joined(separator: "\n")), by: 0)
        // One cell is new in the first; the second shares a name with an old one, and what all have.
        rows.insert(rows[4].replacing("2024", with: "2031"), at: 0)
        rows.insert("| \(name(11)) | 2024 | Warnemuende Hall, Rostock | https://pierpoint.org/ |", at: 20)
        authorship.append(bytes(rows.joined(separator: "\n")), by: 1)
        #expect(newWords(of: rows[0], at: 0, authorship) == ["2031"])
        let place = rows[..<20].reduce(0) { $0 + $1.utf8.count + 1 }
        let tokens = Tokens(bytes(rows[20])).list.filter { $0.kind == .word }.map { string(bytes(rows[20])[$0.range]) }
        #expect(newWords(of: rows[20], at: place, authorship) == tokens)
    }

    private func newWords(of line: String, at place: Int, _ authorship: Authorship) -> [String] {
        let text = bytes(line)
        return Tokens(text).list.filter { $0.kind == .word && authorship.head.origin(at: place + $0.range.lowerBound)?.revision == 1 }
            .map { string(text[$0.range]) }
    }
}
