/// Words that no language has, but as many as a language has, the first ones used far more often than the last: an index of them
/// has a real one's shape. The same in each run.
struct Vocabulary {
    private var numbers: SeededNumbers
    private let words: [String]

    private static let heads = "b br c ch d dr f g gr h k l m n p pl qu r s sh st t tr v w z".split(separator: " ").map(String.init)
    private static let tails = "a ar e en er i in o on ou u um y al ea is or ut".split(separator: " ").map(String.init)

    init(seed: UInt64, size: Int) {
        var numbers = SeededNumbers(seed)
        words = (0..<max(1, size)).map { place in
            // Common words are short.
            let syllables = 1 + (place > 60 ? 1 : 0) + (place > 1_500 ? 1 : 0)
            return (0..<syllables).map { _ in Self.syllable(&numbers) }.joined()
        }
        self.numbers = numbers
    }

    /// Some words, without a sign between them.
    mutating func phrase(_ count: Int) -> String {
        var phrase = word()
        for _ in 1..<max(1, count) { phrase += " " + word() }
        return phrase
    }

    /// Sentences of eight words.
    mutating func sentences(_ count: Int) -> String {
        var sentences: [String] = []
        for _ in 0..<count {
            let words = phrase(8)
            sentences.append("\(words.prefix(1).uppercased())\(words.dropFirst()).")
        }
        return sentences.joined(separator: " ")
    }

    /// A whole number below a bound.
    mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<max(1, bound), using: &numbers)
    }

    private mutating func word() -> String {
        let share = Double.random(in: 0..<1, using: &numbers)
        return words[Int(share * share * share * Double(words.count))]
    }

    private static func syllable(_ numbers: inout SeededNumbers) -> String {
        (heads.randomElement(using: &numbers) ?? "b") + (tails.randomElement(using: &numbers) ?? "a")
    }
}
