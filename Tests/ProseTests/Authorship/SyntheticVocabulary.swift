/// Makes sentences that are as alike as those of one subject are.
///
/// Words follow Zipf's law over 3,000 spellings, frequent ones short, so that every two sentences share some. Every seventh
/// word begins one of 24 stock phrases of two to five words. Some words carry markup or a comma. Headings and a third of the
/// list items are of the few words that every page has.
struct SyntheticVocabulary {
    private let spellings: [String]
    private let sums: [Double]
    private let phrases: [[String]]
    private static let headings = [
        ["See", "also"], ["Notes"], ["External", "links"], ["History"], ["How", "to", "use", "it"], ["Examples"],
    ]
    private static let items = [["yes"], ["no"], ["to", "do"], ["done"], ["see", "above"], ["not", "yet"]]

    init(_ random: inout SeededGenerator) {
        let consonants = Array("bcdfghklmnprstvwz")
        let vowels = Array("aeiouéü")
        var seen: Set<String> = []
        var spellings: [String] = []
        while spellings.count < 3000 {
            let syllables = spellings.count < 60 ? 1 : spellings.count < 500 ? 2 : 3
            var word = ""
            for _ in 0..<syllables {
                word.append(consonants[random.number(below: 17)])
                word.append(vowels[random.number(below: random.number(below: 6) == 0 ? 7 : 5)])
            }
            if random.number(below: 2) == 0 { word.append(consonants[random.number(below: 17)]) }
            if seen.insert(word).inserted { spellings.append(word) }
        }
        var (sums, sum) = ([Double](), 0.0)
        for rank in 1...3000 {
            sum += 1 / Double(rank + 2)
            sums.append(sum)
        }
        (self.spellings, self.sums) = (spellings, sums)
        var phrases: [[String]] = []
        for _ in 0..<24 { phrases.append((0..<2 + random.number(below: 4)).map { _ in spellings[random.number(below: 120)] }) }
        self.phrases = phrases
    }

    func word(_ random: inout SeededGenerator) -> String {
        let point = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < point { low = middle + 1 } else { high = middle }
        }
        return spellings[low]
    }

    func words(_ count: Int, by revision: Int, page: UInt32, _ random: inout SeededGenerator) -> [TrueWord] {
        var words: [TrueWord] = []
        while words.count < count {
            let next = random.number(below: 7) == 0 ? phrases[random.number(below: phrases.count)] : [word(&random)]
            for text in next { words.append(TrueWord(text: text, signs: signs(&random), revision: revision, page: page)) }
        }
        return Array(words.prefix(count))
    }

    private func signs(_ random: inout SeededGenerator) -> (before: String, after: String) {
        switch random.number(below: 30) {
        case 0, 1, 2: ("", ",")
        case 3: ("**", "**")
        case 4: ("`", "`")
        case 5: ("(", ")")
        default: ("", "")
        }
    }

    func sentence(by revision: Int, page: UInt32, _ random: inout SeededGenerator) -> TrueSentence {
        var words = words(4 + random.number(below: 20), by: revision, page: page, &random)
        words[0].text = words[0].text.prefix(1).uppercased() + words[0].text.dropFirst()
        return TrueSentence(words: words, end: [".", ".", ".", ".", "?", "!", ":"][random.number(below: 7)])
    }

    func paragraph(_ id: Int, by revision: Int, page: UInt32, _ random: inout SeededGenerator) -> TrueParagraph {
        func stock(_ words: [String], _ kind: TrueParagraph.Kind) -> TrueParagraph {
            let words = words.map { TrueWord(text: $0, revision: revision, page: page) }
            return TrueParagraph(id: id, kind: kind, sentences: [TrueSentence(words: words, end: "")])
        }
        switch random.number(below: 12) {
        case 0: return stock(Self.headings[random.number(below: 6)], .heading)
        case 1: return stock(Self.items[random.number(below: 6)], .item)
        case 2, 3:
            var sentence = sentence(by: revision, page: page, &random)
            sentence.end = ""
            return TrueParagraph(id: id, kind: .item, sentences: [sentence])
        case 4:
            let cells = words(2 + random.number(below: 5), by: revision, page: page, &random)
            return TrueParagraph(id: id, kind: .row, sentences: [TrueSentence(words: cells, end: "")])
        default:
            var sentences: [TrueSentence] = []
            for _ in 0..<1 + random.number(below: 7) { sentences.append(sentence(by: revision, page: page, &random)) }
            return TrueParagraph(id: id, kind: .text, sentences: sentences, width: [0, 0, 60, 80][random.number(below: 4)])
        }
    }
}
