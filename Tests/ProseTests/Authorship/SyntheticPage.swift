/// A word that knows who wrote it, whatever happens to it later.
struct TrueWord {
    var text: String
    /// Signs that stand directly before and behind it.
    var signs = (before: "", after: "")
    let revision: Int
    /// 0 for the page that is tested.
    var page: UInt32
    var trials: Set<Trial> = []
}

/// What a word lived through.
enum Trial: String, CaseIterable {
    case edited = "sentence edited in place"
    case movedParagraph = "moved paragraph"
    case movedSentence = "moved sentence"
    case restored = "deleted, restored later"
    case restoredWithEdits = "restored with edits"
    case reverted = "blanked or replaced, reverted"
    case revertedWithEdits = "reverted in part, or with edits"
    case reflowed = "reflowed, joined or split"
    case split = "from another page"
    case merged = "from a merged branch"
    case copied = "second copy"
}

struct TrueSentence {
    var words: [TrueWord]
    var end: String
}

struct TrueParagraph {
    enum Kind {
        case text, heading, item, row
    }

    let id: Int
    var kind: Kind
    var sentences: [TrueSentence]
    /// Letters after which a line of it is broken; 0 for never.
    var width = 0

    mutating func mark(_ trial: Trial) {
        for sentence in sentences.indices {
            for word in sentences[sentence].words.indices { sentences[sentence].words[word].trials.insert(trial) }
        }
    }

    var size: Int { sentences.reduce(0) { $0 + $1.words.count } }
}

/// A text in which every word has a known origin.
struct TruePage {
    var paragraphs: [TrueParagraph] = []

    /// The words in the order of the text.
    var words: [TrueWord] { paragraphs.flatMap { $0.sentences.flatMap(\.words) } }

    /// The Markdown.
    var text: [UInt8] {
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
