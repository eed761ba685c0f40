/// Makes sentences that are as alike as those of one subject are.
///
/// Words follow Zipf's law over 3,000 spellings, frequent ones short, so that every two sentences share some. Every seventh
/// word begins one of 24 stock phrases of two to five words. Some words carry markup or a comma. Headings and a third of the
/// list items are of the few words that every page has.
package struct SyntheticVocabulary: Sendable {
    private let spellings: [String]
    private let sums: [Double]
    private let phrases: [[String]]
    private static let headings = [
        ["See", "also"], ["Notes"], ["External", "links"], ["History"], ["How", "to", "use", "it"], ["Examples"],
    ]
    private static let items = [["yes"], ["no"], ["to", "do"], ["done"], ["see", "above"], ["not", "yet"]]

    /// Words of a subject of its own for each state of the generator.
    package init(_ random: inout some RandomNumberGenerator) {
        let consonants = Array("bcdfghklmnprstvwz")
        let vowels = Array("aeiouéü")
        var seen: Set<String> = []
        var spellings: [String] = []
        while spellings.count < 3000 {
            let syllables = spellings.count < 60 ? 1 : spellings.count < 500 ? 2 : 3
            var word = ""
            for _ in 0..<syllables {
                word.append(consonants[Self.number(below: 17, &random)])
                word.append(vowels[Self.number(below: Self.number(below: 6, &random) == 0 ? 7 : 5, &random)])
            }
            if Self.number(below: 2, &random) == 0 { word.append(consonants[Self.number(below: 17, &random)]) }
            if seen.insert(word).inserted { spellings.append(word) }
        }
        var (sums, sum) = ([Double](), 0.0)
        for rank in 1...3000 {
            sum += 1 / Double(rank + 2)
            sums.append(sum)
        }
        (self.spellings, self.sums) = (spellings, sums)
        var phrases: [[String]] = []
        for _ in 0..<24 {
            let count = 2 + Self.number(below: 4, &random)
            phrases.append((0..<count).map { _ in spellings[Self.number(below: 120, &random)] })
        }
        self.phrases = phrases
    }

    package func word(_ random: inout some RandomNumberGenerator) -> String {
        let point = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < point { low = middle + 1 } else { high = middle }
        }
        return spellings[low]
    }

    package func words(_ count: Int, by revision: Int, page: UInt32, _ random: inout some RandomNumberGenerator) -> [TrueWord] {
        var words: [TrueWord] = []
        while words.count < count {
            let next = Self.number(below: 7, &random) == 0 ? phrases[Self.number(below: phrases.count, &random)] : [word(&random)]
            for text in next { words.append(TrueWord(text: text, signs: signs(&random), revision: revision, page: page)) }
        }
        return Array(words.prefix(count))
    }

    private func signs(_ random: inout some RandomNumberGenerator) -> (before: String, after: String) {
        switch Self.number(below: 30, &random) {
        case 0, 1, 2: ("", ",")
        case 3: ("**", "**")
        case 4: ("`", "`")
        case 5: ("(", ")")
        default: ("", "")
        }
    }

    package func sentence(by revision: Int, page: UInt32, _ random: inout some RandomNumberGenerator) -> TrueSentence {
        var words = words(4 + Self.number(below: 20, &random), by: revision, page: page, &random)
        words[0].text = words[0].text.prefix(1).uppercased() + words[0].text.dropFirst()
        return TrueSentence(words: words, end: [".", ".", ".", ".", "?", "!", ":"][Self.number(below: 7, &random)])
    }

    package func paragraph(_ id: Int, by revision: Int, page: UInt32, _ random: inout some RandomNumberGenerator) -> TrueParagraph {
        func stock(_ words: [String], _ kind: TrueParagraph.Kind) -> TrueParagraph {
            let words = words.map { TrueWord(text: $0, revision: revision, page: page) }
            return TrueParagraph(id: id, kind: kind, sentences: [TrueSentence(words: words, end: "")])
        }
        switch Self.number(below: 12, &random) {
        case 0: return stock(Self.headings[Self.number(below: 6, &random)], .heading)
        case 1: return stock(Self.items[Self.number(below: 6, &random)], .item)
        case 2, 3:
            var sentence = sentence(by: revision, page: page, &random)
            sentence.end = ""
            return TrueParagraph(id: id, kind: .item, sentences: [sentence])
        case 4:
            let cells = words(2 + Self.number(below: 5, &random), by: revision, page: page, &random)
            return TrueParagraph(id: id, kind: .row, sentences: [TrueSentence(words: cells, end: "")])
        default:
            var sentences: [TrueSentence] = []
            for _ in 0..<1 + Self.number(below: 7, &random) { sentences.append(sentence(by: revision, page: page, &random)) }
            return TrueParagraph(id: id, kind: .text, sentences: sentences, width: [0, 0, 60, 80][Self.number(below: 4, &random)])
        }
    }

    /// A number from 0 up to, and without, `bound`.
    static func number(below bound: Int, _ random: inout some RandomNumberGenerator) -> Int {
        Int.random(in: 0..<max(1, bound), using: &random)
    }
}
