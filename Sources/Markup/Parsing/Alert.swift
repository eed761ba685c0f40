/// The head of a quote that is an alert or a callout: `[!NOTE]`, `[!tip]- Title`.
struct Alert: Equatable {
    /// What GitHub knows; every other word of Obsidian's callouts is shown as one of these.
    enum Style: String {
        case note, tip, important, warning, caution
    }

    /// Whether it can be folded, and how it begins.
    enum Fold: Equatable {
        case none, open, closed
    }

    var style: Style
    var fold: Fold
    /// The author's own word, capitalised: the title where none is given.
    var word: String
    /// Where a title of its own begins in the text that was read.
    var titleStart: Int

    init?(_ text: ArraySlice<UInt8>) {
        guard text.starts(with: "[!".utf8), let close = text.prefix(40).firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let name = String(decoding: text[(text.startIndex + 2)..<close], as: UTF8.self).lowercased()
        guard !name.isEmpty, name.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") })
        else {
            return nil
        }
        style = Self.style(name)
        word = name.prefix(1).uppercased() + name.dropFirst()
        var index = close + 1
        fold = .none
        if index < text.endIndex, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            fold = text[index] == UInt8(ascii: "-") ? .closed : .open
            index += 1
        }
        while index < text.endIndex, text[index] == 32 || text[index] == 9 { index += 1 }
        titleStart = index
    }

    private static func style(_ name: String) -> Style {
        switch name {
        case "tip", "hint", "success", "check", "done": .tip
        case "important", "question", "help", "faq": .important
        case "warning", "attention": .warning
        case "caution", "danger", "error", "bug", "failure", "fail", "missing": .caution
        default: .note
        }
    }
}

extension MarkdownTree {
    /// Turns every quote with the head of an alert into one: its first line becomes the title, the rest of that paragraph a paragraph.
    mutating func markAlerts() {
        for index in nodes.indices where nodes[index].kind == .blockQuote {
            let paragraph = index + 1
            guard paragraph + 1 < nodes[index].end, case .paragraph(let isTight) = nodes[paragraph].kind,
                nodes[paragraph + 1].kind == .text, let alert = Alert(text[nodes[paragraph + 1].text])
            else { continue }
            nodes[index].kind = .alert(alert)
            nodes[paragraph].kind = .alertTitle(alert)
            nodes[paragraph + 1].text = alert.titleStart..<nodes[paragraph + 1].text.upperBound
            let end = nodes[paragraph].end
            var child = paragraph + 1
            while child < end {
                if nodes[child].kind == .softBreak || nodes[child].kind == .lineBreak {
                    nodes[child].kind = .paragraph(isTight: isTight)
                    nodes[child].end = end
                    nodes[paragraph].end = child
                    break
                }
                child = nodes[child].end
            }
        }
    }
}
