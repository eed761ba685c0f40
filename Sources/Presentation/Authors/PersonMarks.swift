import WikiCore

/// How people are told apart on one page of authors: by a number, a colour, the kind of a line, and a name in addresses.
struct PersonMarks {
    /// The mark of one person.
    struct Mark {
        /// From 1, those with the most words first.
        let number: Int
        /// Their name in addresses: that of their account, else their own, with a number where two share it.
        let name: String
        /// Their colour, the same everywhere.
        let hue: Int
        /// The kind of line under their words, of four.
        let line: Int
    }

    /// By their places in `PageAuthors.people`.
    let marks: [Mark]

    init(_ people: [PageAuthors.Person]) {
        var seen: [[UInt8]: Int] = [:]
        marks = people.enumerated().map { index, person in
            let name = person.account ?? person.name
            let count = seen[Array(name.utf8), default: 0] + 1
            seen[Array(name.utf8)] = count
            return Mark(
                number: index + 1, name: count == 1 ? name : "\(name)~\(count)", hue: PersonView.hue(of: person.name), line: index % 4)
        }
    }

    /// The most people whose numbers stand at words that they wrote together.
    static let numberLimit = NamesText.limit

    /// The numbers of people who wrote together: `1+2`, at most three, and a sign where there are more.
    func numbers(of people: [Int]) -> String {
        people.prefix(Self.numberLimit).map { String(marks[$0].number) }.joined(separator: "+")
            + (people.count > Self.numberLimit ? "+…" : "")
    }

    /// The place of the person of a name in addresses, compared by bytes; nil where there is none.
    func person(named name: String) -> Int? { marks.firstIndex { $0.name.utf8.elementsEqual(name.utf8) } }
}
