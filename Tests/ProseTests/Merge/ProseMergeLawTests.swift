import Testing

@testable import Prose

/// Laws of the merge on texts that look like pages.
@Suite struct ProseMergeLawTests {
    private func triple(_ random: inout SeededGenerator) -> (base: [UInt8], current: [UInt8], yours: [UInt8]) {
        let base = random.page()
        return (base, random.revised(base), random.revised(base))
    }

    @Test func aSideThatChangedNothingYields() {
        var random = SeededGenerator(seed: 101)
        for _ in 0..<400 {
            let (base, one, _) = triple(&random)
            #expect(ThreeWayMerge(base: base, current: base, yours: one).text == one)
            #expect(ThreeWayMerge(base: base, current: one, yours: base).text == one)
            #expect(ThreeWayMerge(base: base, current: one, yours: one).text == one)
        }
    }

    @Test func swappingTheSidesSwapsOnlyTheOrderOfAdditions() {
        var random = SeededGenerator(seed: 102)
        var clean = 0
        for _ in 0..<500 {
            let (base, current, yours) = triple(&random)
            let (one, other) = (
                ThreeWayMerge(base: base, current: current, yours: yours), ThreeWayMerge(base: base, current: yours, yours: current)
            )
            #expect((one.text == nil) == (other.text == nil), "\([base, current, yours].map(string))")
            guard let text = one.text, let swapped = other.text else { continue }
            clean += 1
            #expect(words(text) == words(swapped), "\([base, current, yours, text, swapped].map(string))")
        }
        #expect(clean > 150)
    }

    /// How often each word stands in a text.
    private func words(_ text: [UInt8]) -> [ArraySlice<UInt8>: Int] {
        let tokens = Tokens(text)
        return tokens.list.indices.reduce(into: [:]) { counts, index in
            if tokens.list[index].kind == .word || tokens.list[index].kind == .sign { counts[tokens[index], default: 0] += 1 }
        }
    }

    /// No word is in the result that neither wrote, none more often than both together, and none is lost that a side added.
    @Test func wordsComeFromTheSidesAndNoneIsLost() {
        var random = SeededGenerator(seed: 103)
        for _ in 0..<500 {
            let (base, current, yours) = triple(&random)
            guard let text = ThreeWayMerge(base: base, current: current, yours: yours).text else { continue }
            let (before, one, other, after) = (words(base), words(current), words(yours), words(text))
            for (word, count) in after {
                #expect(count <= one[word, default: 0] + other[word, default: 0])
                let most = max(one[word, default: 0], other[word, default: 0])
                let added =
                    max(0, one[word, default: 0] - before[word, default: 0]) + max(0, other[word, default: 0] - before[word, default: 0])
                #expect(count <= most + added, "\(string(Array(word))) \([base, current, yours, text].map(string))")
            }
            for (word, count) in one {
                let lost = max(0, before[word, default: 0] - other[word, default: 0])
                #expect(after[word, default: 0] >= count - lost, "\(string(Array(word))) \([base, current, yours, text].map(string))")
            }
        }
    }

    /// One side moves paragraphs, the other edits words in them: the result is known.
    @Test func movesAndEditsComposeExactly() {
        var random = SeededGenerator(seed: 104)
        var clean = 0
        for _ in 0..<400 {
            let paragraphs = (0..<Int.random(in: 3...9, using: &random)).map { "Number \($0) says: " + random.sentence() }
            var order = Array(paragraphs.indices)
            let place = Int.random(in: 0..<order.count, using: &random)
            order.insert(order.remove(at: place), at: Int.random(in: 0..<order.count, using: &random))
            let edited = paragraphs.map { Bool.random(using: &random) ? $0.replacing("says: ", with: "says truly: ") : $0 }
            func page(_ paragraphs: [String], _ order: [Int]) -> [UInt8] {
                bytes(order.map { paragraphs[$0] }.joined(separator: "\n\n") + "\n")
            }
            let base = page(paragraphs, Array(paragraphs.indices))
            let merged = ThreeWayMerge(base: base, current: page(paragraphs, order), yours: page(edited, Array(paragraphs.indices)))
            #expect(merged.text.map(string) == string(page(edited, order)))
            if merged.text != nil { clean += 1 }
        }
        #expect(clean == 400)
    }

    @Test func theWorstTextsStayWithinTheBudgets() {
        var random = SeededGenerator(seed: 105)
        let noise: (Int, [String]) -> [UInt8] = { count, words in
            bytes((0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined())
        }
        for words in [["a ", "b ", ", "], ["a\n", "b\n"], ["- a b\n", "- b a\n"], ["| a | b |\n", "| b | a |\n"], [". ", "* ", "\n"]] {
            let (base, current, yours) = (noise(4_000, words), noise(4_000, words), noise(4_000, words))
            let merge = ProseMerge(base: base, current: current, yours: yours, budget: 100_000)
            #expect(merge.cost <= 400_000 + 40 * (base.count + current.count + yours.count))
        }
    }
}
