extension MarkdownRenderer {
    /// Writes the beginning of a node, or all of it.
    mutating func enter(_ index: Int) -> Step {
        switch tree.nodes[index].kind {
        case .document: return .descend(closing: "")
        case .blockQuote: return descend("<blockquote>\n", "</blockquote>\n")
        case .list(let start): return enterList(start)
        case .item(let isChecked): return enterItem(isChecked)
        case .codeBlock(let info):
            writeCode(text(index), info: tree.text[info])
            return .skip
        case .mathBlock:
            writeMath(text(index), isBlock: true)
            return .skip
        case .htmlBlock:
            RawHTML.append(text(index), to: &output.html)
            write("\n")
            return .skip
        case .paragraph(let isTight): return enterParagraph(index, isTight: isTight)
        case .heading(let level): return enterHeading(index, level: level)
        case .thematicBreak: return descend("<hr>\n", "")
        case .alert(let alert): return enterAlert(alert)
        case .alertTitle(let alert): return enterAlertTitle(index, alert)
        case .footnoteDefinition(let number): return enterFootnote(index, number)
        case .table, .tableRow, .tableCell: return enterTable(index)
        default: return enterInline(index)
        }
    }

    mutating func descend(_ opening: String, _ closing: String) -> Step {
        write(opening)
        return .descend(closing: closing)
    }

    private mutating func enterList(_ start: Int?) -> Step {
        guard let start else { return descend("<ul>\n", "</ul>\n") }
        return descend(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n", "</ol>\n")
    }

    private mutating func enterItem(_ isChecked: Bool?) -> Step {
        guard let isChecked else { return descend("<li>", "</li>\n") }
        write("<li" + trusted(.attributes(" class=\"task\"")) + ">")
        let box = "<input type=\"checkbox\" disabled" + (isChecked ? " checked" : "") + "> "
        writeTrusted("span", .verbatim(html: Array(box.utf8), text: [], isBlock: false))
        return .descend(closing: "</li>\n")
    }

    private mutating func enterParagraph(_ index: Int, isTight: Bool) -> Step {
        if let child = tree.onlyChild(of: index), writeAlone(child) { return .skip }
        let suffix = index == backReferences?.paragraph ? backReferences?.html ?? "" : ""
        return isTight ? .descend(closing: suffix + "\n") : descend("<p>", suffix + "</p>\n")
    }

    /// Some inlines that stand alone in a paragraph are blocks.
    private mutating func writeAlone(_ index: Int) -> Bool {
        switch tree.nodes[index].kind {
        case .comment: return true
        case .math(isDisplay: true):
            writeMath(text(index), isBlock: true)
            return true
        case .wikilink(let isEmbed):
            let wikilink = Wikilink(text(index), isEmbed: isEmbed)
            if isEmbed {
                writeTrusted("div", .slot(wikilink.link(isEmbed: true, isBlock: true)))
            } else if wikilink.isTableOfContents {
                writeTrusted("div", .tableOfContents)
            }
            return isEmbed || wikilink.isTableOfContents
        default: return false
        }
    }

    private mutating func enterHeading(_ index: Int, level: Int) -> Step {
        let mark = level == 1 && index == firstVisible ? trusted(.title) : ""
        return descend("<h\(level)\(mark)>", "</h\(level)>\n")
    }

    private mutating func enterAlert(_ alert: Alert) -> Step {
        let classes = " class=\"alert alert-\(alert.style.rawValue)\""
        switch alert.fold {
        case .none: return descend("<aside" + trusted(.attributes(classes)) + ">\n", "</aside>\n")
        case .open: return descend("<details" + trusted(.attributes(classes + " open")) + ">\n", "</details>\n")
        case .closed: return descend("<details" + trusted(.attributes(classes)) + ">\n", "</details>\n")
        }
    }

    private mutating func enterAlertTitle(_ index: Int, _ alert: Alert) -> Step {
        let name = alert.fold == .none ? "p" : "summary"
        write("<" + name + trusted(.attributes(" class=\"alert-title\"")) + ">")
        if tree.plainText(of: index).trimmingBlanks.isEmpty { writeEscaped(alert.word.utf8) }
        return .descend(closing: "</\(name)>\n")
    }

    private mutating func enterFootnote(_ index: Int, _ number: Int) -> Step {
        if !hasFootnotes {
            hasFootnotes = true
            write("<section" + trusted(.attributes(" class=\"footnotes\"")) + ">\n<ol>\n")
        }
        write("<li" + trusted(.attributes(" id=\"user-content-fn-\(number)\"")) + ">")
        var back = ""
        for occurrence in 1...max(1, references[number] ?? 1) {
            // Its name is the number that the reader came from: a word would have to be in the page's language.
            let label = occurrence > 1 ? "↩ \(number)-\(occurrence)" : "↩ \(number)"
            let target =
                " class=\"footnote-backref\" href=\"#user-content-\(Self.referenceName(number, occurrence))\" aria-label=\"\(label)\""
            back += " <a" + trusted(.attributes(target)) + ">↩" + (occurrence > 1 ? "<sup>\(occurrence)</sup>" : "") + "</a>"
        }
        guard let paragraph = tree.lastChildParagraph(of: index) else { return .descend(closing: back + "</li>\n") }
        backReferences = (paragraph, back)
        return .descend(closing: "</li>\n")
    }

    static func referenceName(_ number: Int, _ occurrence: Int) -> String {
        occurrence > 1 ? "fnref-\(number)-\(occurrence)" : "fnref-\(number)"
    }

    private mutating func enterTable(_ index: Int) -> Step {
        let node = tree.nodes[index]
        switch node.kind {
        case .table(let alignments):
            self.alignments = alignments
            let hasBody = index + 1 < node.end && tree.nodes[index + 1].end < node.end
            return descend("<table>\n", hasBody ? "</tbody>\n</table>\n" : "</table>\n")
        case .tableRow(let isHeader):
            column = 0
            isInTableHead = isHeader
            guard isHeader else { return descend("<tr>\n", "</tr>\n") }
            return descend("<thead>\n<tr>\n", isFollowedByRow(index) ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n</thead>\n")
        default:
            let name = isInTableHead ? "th" : "td"
            let alignment = column < alignments.count ? alignments[column].name : nil
            column += 1
            return descend("<" + name + (alignment.map { " align=\"\($0)\"" } ?? "") + ">", "</\(name)>\n")
        }
    }

    private func isFollowedByRow(_ index: Int) -> Bool {
        let next = tree.nodes[index].end
        guard next < tree.nodes.count, case .tableRow = tree.nodes[next].kind else { return false }
        return true
    }
}
