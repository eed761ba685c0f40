@testable import Prose

extension SeededGenerator {
    private static let vocabulary = """
        the of and to a in is it you that he was for on are with as his they be at one have this from or had by hot but some what
        there we can out other were all your when up use word how said an each she which do their time if will way about many then
        them would write like so these her long make thing see him two has look more day could go come did my sound no most number
        who over know water than call first people may down side been now find any new work part take get place made live where
        wiki commit branch merge repository änderung über größe naïve 我 们 本 猫
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func sentence() -> String {
        let words = (0..<4 + below(10)).map { _ in Self.vocabulary[below(Self.vocabulary.count)] }
        let link = below(8) == 0 ? " [see](https://example.org/\(below(50)))" : ""
        return words.joined(separator: " ") + link + [".", "!", "?"][below(3)]
    }

    /// A text of blocks of every kind.
    mutating func page() -> [UInt8] {
        var blocks: [String] = below(4) == 0 ? ["---\ntitle: \(below(9))\ntags: [a, b]\n---"] : []
        for _ in 0..<1 + below(10) { blocks.append(block()) }
        let end = below(8) == 0 ? "" : "\n"
        let text = blocks.joined(separator: below(10) == 0 ? "\n\n\n" : "\n\n") + end
        return Array((below(10) == 0 ? text.replacing("\n", with: "\r\n") : text).utf8)
    }

    private mutating func block() -> String {
        switch below(8) {
        case 0: String(repeating: "#", count: 1 + below(3)) + " " + sentence()
        case 1: (0..<1 + below(4)).map { _ in "- " + sentence() }.joined(separator: "\n")
        case 2: (0..<1 + below(4)).map { "\($0 + 1). [\(["x", " "][below(2)])] " + sentence() }.joined(separator: "\n")
        case 3: "| a | b |\n|---|---|\n" + (0..<1 + below(4)).map { "| \($0) | \(sentence()) |" }.joined(separator: "\n")
        case 4: "```\n" + (0..<1 + below(5)).map { _ in "  " + sentence() }.joined(separator: "\n") + "\n```"
        case 5: "> " + sentence() + "\n> " + sentence()
        default: (0..<1 + below(4)).map { _ in sentence() }.joined(separator: below(3) == 0 ? "\n" : " ")
        }
    }

    /// The text as somebody might have left it: words changed, blocks moved, dropped, added, split, joined, reflowed.
    mutating func revised(_ text: [UInt8]) -> [UInt8] {
        var blocks = string(text).components(separatedBy: "\n\n")
        for _ in 0..<1 + below(4) {
            let place = below(blocks.count)
            switch below(9) {
            case 0: blocks.remove(at: place)
            case 1: blocks.insert(block(), at: place)
            case 2: blocks.insert(blocks.remove(at: place), at: below(blocks.count + 1))
            case 3: blocks[place] = blocks[place].replacing(". ", with: ".\n\n")
            case 4: blocks[place] = blocks[place].replacing(" the ", with: "\nthe ")
            case 5: blocks[place] = "## " + blocks[place]
            default: blocks[place] = reworded(blocks[place])
            }
            if blocks.isEmpty { blocks = [block()] }
        }
        return Array(blocks.joined(separator: "\n\n").utf8)
    }

    private mutating func reworded(_ block: String) -> String {
        var words = block.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<1 + below(3) {
            let place = below(words.count)
            switch below(3) {
            case 0: words[place] = Self.vocabulary[below(Self.vocabulary.count)]
            case 1: words.insert(Self.vocabulary[below(Self.vocabulary.count)], at: place)
            default: if words.count > 1 { words.remove(at: place) }
            }
        }
        return words.joined(separator: " ")
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
