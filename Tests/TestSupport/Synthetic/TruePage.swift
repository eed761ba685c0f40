/// A word that knows who wrote it, whatever happens to it later.
package struct TrueWord: Sendable {
    package var text: String
    /// Signs that stand directly before and behind it.
    package var signs = (before: "", after: "")
    package let revision: Int
    /// 0 for the page that is tested.
    package var page: UInt32
    package var trials: Set<Trial> = []

    package init(text: String, signs: (before: String, after: String) = ("", ""), revision: Int, page: UInt32) {
        (self.text, self.signs, self.revision, self.page) = (text, signs, revision, page)
    }
}

/// What a word lived through.
package enum Trial: String, CaseIterable, Sendable {
    case edited = "sentence edited in place"
    case movedParagraph = "moved paragraph"
    case movedSentence = "moved sentence"
    case restored = "deleted, restored later"
    case restoredWithEdits = "restored with edits"
    case reverted = "blanked or replaced, reverted"
    case revertedWithEdits = "reverted in part, or with edits"
    case reflowed = "reflowed, joined or split"
    case split = "from another page"
    case joined = "from a page that was merged into another"
    case renamed = "page renamed, with a new title"
    case merged = "from a merged branch"
    case copied = "second copy"
}

package struct TrueSentence: Sendable {
    package var words: [TrueWord]
    package var end: String

    package init(words: [TrueWord], end: String) {
        (self.words, self.end) = (words, end)
    }

    /// Replaces, inserts or deletes a word.
    package mutating func change(
        by revision: Int, page: UInt32, _ vocabulary: SyntheticVocabulary, _ random: inout some RandomNumberGenerator
    ) {
        let place = SyntheticVocabulary.number(below: words.count, &random)
        switch SyntheticVocabulary.number(below: 3, &random) {
        case 0: words[place] = vocabulary.words(1, by: revision, page: page, &random)[0]
        case 1:
            let new = vocabulary.words(1 + SyntheticVocabulary.number(below: 3, &random), by: revision, page: page, &random)
            words.insert(contentsOf: new, at: SyntheticVocabulary.number(below: words.count + 1, &random))
        default: if words.count > 3 { words.remove(at: place) }
        }
    }
}

package struct TrueParagraph: Sendable {
    package enum Kind: Sendable {
        case text, heading, item, row
    }

    package let id: Int
    package var kind: Kind
    package var sentences: [TrueSentence]
    /// Letters after which a line of it is broken; 0 for never.
    package var width = 0

    package mutating func mark(_ trial: Trial) {
        for sentence in sentences.indices {
            for word in sentences[sentence].words.indices { sentences[sentence].words[word].trials.insert(trial) }
        }
    }

    package init(id: Int, kind: Kind, sentences: [TrueSentence], width: Int = 0) {
        (self.id, self.kind, self.sentences, self.width) = (id, kind, sentences, width)
    }

    /// Changes so many percent of the words.
    package mutating func change(
        share: Int, by revision: Int, page: UInt32, _ vocabulary: SyntheticVocabulary, _ random: inout some RandomNumberGenerator
    ) {
        for _ in 0..<max(1, size * share / 100) {
            let place = SyntheticVocabulary.number(below: sentences.count, &random)
            sentences[place].change(by: revision, page: page, vocabulary, &random)
        }
    }

    package var size: Int { sentences.reduce(0) { $0 + $1.words.count } }
}

/// A text in which every word has a known origin.
package struct TruePage: Sendable {
    package var paragraphs: [TrueParagraph] = []

    package init() {}

    /// The words in the order of the text.
    package var words: [TrueWord] { paragraphs.flatMap { $0.sentences.flatMap(\.words) } }

    /// The Markdown.
    package var text: [UInt8] {
        var text = ""
        for (index, paragraph) in paragraphs.enumerated() {
            let isListed = paragraph.kind == .item || paragraph.kind == .row
            if index > 0 { text += isListed && paragraphs[index - 1].kind == paragraph.kind ? "\n" : "\n\n" }
            text += TruePage.render(paragraph)
        }
        return Array((text + "\n").utf8)
    }

    private static func render(_ paragraph: TrueParagraph) -> String {
        var pieces: [String] = []
        for sentence in paragraph.sentences {
            for (index, word) in sentence.words.enumerated() {
                let end = index == sentence.words.count - 1 ? sentence.end : ""
                pieces.append(word.signs.before + word.text + word.signs.after + end)
            }
        }
        switch paragraph.kind {
        case .heading: return "## " + pieces.joined(separator: " ")
        case .item: return "- " + pieces.joined(separator: " ")
        case .row: return "| " + pieces.joined(separator: " | ") + " |"
        case .text: return wrapped(pieces, paragraph.width)
        }
    }

    private static func wrapped(_ pieces: [String], _ width: Int) -> String {
        var (text, column) = ("", 0)
        for piece in pieces {
            if column > 0 {
                let breaks = width > 0 && column + piece.count > width
                text += breaks ? "\n" : " "
                if breaks { column = 0 }
            }
            text += piece
            column += piece.count + 1
        }
        return text
    }
}
