/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): random, and the same on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of a few lines from few words, with every kind of line end, often without the last one.
    mutating func text(lines: Int, words: [String] = ["a", "b", "c", "the cat", "", "é", "- item", "# Head"]) -> [UInt8] {
        var text: [UInt8] = []
        let count = Int.random(in: 0...lines, using: &self)
        for line in 0..<count {
            text += (words.randomElement(using: &self) ?? "").utf8
            let isBare = line == count - 1 && Bool.random(using: &self)
            if !isBare { text += (Int.random(in: 0..<6, using: &self) == 0 ? "\r\n" : "\n").utf8 }
        }
        return text
    }

    /// The text with some of its lines dropped, doubled, changed or added.
    mutating func edited(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            switch Int.random(in: 0..<9, using: &self) {
            case 0: break
            case 1: result += line + [0x0A] + line + [0x0A]
            case 2: result += Array("new \(Int.random(in: 0..<3, using: &self))\n".utf8) + line + [0x0A]
            case 3: result += Array("other\n".utf8)
            default: result += line + [0x0A]
            }
        }
        if !result.isEmpty { result.removeLast() }
        if result.last == 0x0D { result.removeLast() }
        return result
    }

    /// Bytes of any kind.
    mutating func bytes(most: Int) -> [UInt8] {
        (0..<Int.random(in: 0...most, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
