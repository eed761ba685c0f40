import Testing

@testable import Prose

@Suite struct PassageTraceTests {
    private let before = "Above it all. "
    private let after = "Below it all.\n\nAnd more.\n"

    /// What the sentence around some words of a text was in an earlier one; with `~` where it said something else.
    private func trace(_ words: String, of new: String, in old: String) -> String? {
        let text = bytes(new)
        guard let place = new.range(of: words) else { return "no such words" }
        let passage = SurroundingSentence.range(around: place, in: text)
        return PassageTrace(passage, of: text, in: bytes(old)).map { ($0.isChanged ? "~" : "") + string(bytes(old)[$0.range]) }
    }

    private func was(_ old: String, now new: String) -> String? {
        trace(new, of: before + new + " " + after, in: before + old + " " + after)
    }

    @Test func whatChangedInASentence() {
        #expect(was("The red house is big.", now: "The red house is big.") == "The red house is big. ")
        #expect(was("The old red house is big.", now: "The red house is big.") == "~The old red house is big. ")
        #expect(was("Well, the red house is big.", now: "the red house is big.") == "~Well, the red house is big. ")
        #expect(was("The red house is big, really.", now: "The red house is big.") == "~The red house is big, really. ")
        #expect(was("The house is big.", now: "The red house is small.") == "~The house is big. ")
        #expect(was("The red\nhouse is  big.", now: "The red\nhouse is big.") == "The red\nhouse is  big. ")
    }

    @Test func whatChangesElsewhereIsNoMatter() {
        let sentence = "The red house is big. "
        for (old, new) in [("New. ", ""), ("", "New. "), ("Old words here. ", "Other words there. ")] {
            #expect(trace("red house", of: before + new + sentence + after, in: before + old + sentence + after) == sentence)
            #expect(trace("red house", of: before + sentence + new + after, in: before + sentence + old + after) == sentence)
            #expect(trace("red house", of: new + sentence + new, in: old + sentence + old) == sentence)
        }
    }

    @Test func whatIsNotThereIsNotFound() {
        #expect(was("Nothing alike.", now: "The red house is big.") == nil)
        #expect(trace("red house", of: "The red house is big.\n", in: "") == nil)
        #expect(trace("red house", of: "The red house is big.\n", in: "nonsense\n") == nil)
        // One common word of five is no sentence known again.
        #expect(was("Some dog is there.", now: "The red house is big.") == nil)
        // A word far away that fits by chance is not where it was.
        let far = "Big. " + String(repeating: "Other things entirely. ", count: 40)
        #expect(
            trace("red house", of: "The red house is big. \(after)", in: "The red house was big. \(far)\(after)")
                == "~The red house was big. ")
    }

    @Test func anyBytesAreTraced() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let (old, new) = (random.bytes(most: 200), random.bytes(most: 200))
            let start = new.isEmpty ? 0 : Int(random.next() % UInt64(new.count))
            let passage = SurroundingSentence.range(around: start..<new.count, in: new)
            if let trace = PassageTrace(passage, of: new, in: old) { #expect(trace.range.clamped(to: 0..<old.count) == trace.range) }
            let same = PassageTrace(passage, of: new, in: new)
            #expect(same?.range == passage && same?.isChanged == false)
        }
    }
}

extension String {
    /// Where words stand first, in bytes.
    fileprivate func range(of words: String) -> Range<Int>? {
        let (text, wanted) = (Array(utf8), Array(words.utf8))
        guard wanted.count <= text.count else { return nil }
        return (0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }.map { $0..<$0 + wanted.count }
    }
}
