@testable import Prose

extension SeededGenerator {
    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    /// Paragraphs, quotes and items of several sentences each.
    mutating func essay() -> [[String]] {
        (0..<2 + below(5)).map { _ in (0..<1 + below(5)).map { _ in capitalSentence() } }
    }

    /// A small letter would go on with the sentence before.
    private mutating func capitalSentence() -> String {
        let sentence = sentence()
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    /// The same with sentences at other places, in their paragraph or another; some changed, gone or come besides.
    mutating func rearranged(_ essay: [[String]]) -> [[String]] {
        var essay = essay
        for _ in 0..<1 + below(4) {
            let place = below(essay.count)
            guard !essay[place].isEmpty else { continue }
            let sentence = essay[place].remove(at: below(essay[place].count))
            switch below(8) {
            case 0: continue
            case 1: essay.insert([sentence], at: below(essay.count + 1))
            case 2: essay[place].append(capitalSentence() + " " + sentence)
            case 3: essay[place].append(String(sentence.dropLast()) + " indeed.")
            default:
                let target = below(3) == 0 ? place : below(essay.count)
                essay[target].insert(sentence, at: below(essay[target].count + 1))
            }
        }
        return essay
    }

    /// An essay as Markdown, wrapped here and there.
    mutating func text(of essay: [[String]]) -> [UInt8] {
        let blocks = essay.filter { !$0.isEmpty }.map { sentences in
            let sign = ["", "", "", "- ", "> "][below(5)]
            return sign + sentences.joined(separator: below(4) == 0 ? "\n" + (sign == "- " ? "  " : sign) : " ")
        }
        return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
    }
}
