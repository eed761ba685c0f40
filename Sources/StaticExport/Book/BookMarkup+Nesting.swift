extension BookMarkup {
    /// Opens what is missing between a list, a table or a row and words that stand right in it.
    mutating func implyWords() {
        switch model {
        case .flow, .phrasing: return
        case .list: imply("li", .flow)
        case .definitions:
            startMeaning()
            imply("dd", .flow)
        case .table:
            imply("tbody", .rows)
            implyWords()
        case .rows:
            imply("tr", .cells)
            implyWords()
        case .cells: imply("td", .flow)
        }
    }

    private mutating func imply(_ name: String, _ model: BookElement.Model) {
        if let last = open.indices.last { open[last].seen.insert(name) }
        output.append(startTag(name) + ">")
        open.append(Open(name: name, model: model, end: open.last?.end ?? 0, isImplied: true, scope: scope))
    }

    /// A meaning without a term before it gets an empty one.
    private mutating func startMeaning() {
        guard let last = open.indices.last else { return }
        if open[last].seen.isEmpty { output.append(emptyElement("dt")) }
        open[last].seen = ["dt", "dd"]
    }

    /// Where the innermost element is one that nobody wrote, a part of this model ends it.
    private mutating func closeImplied(for model: BookElement.Model) {
        guard let place = open.lastIndex(where: { !$0.isImplied || $0.model == model }), open[place].model == model else { return }
        while open.count > place + 1 { closeLast() }
    }

    /// Writes the start of a block: among words a `span` that looks like one.
    mutating func enterBlock(_ index: Int, _ element: BookElement) {
        implyWords()
        guard model == .flow else { return push("span", index, .phrasing, marks: ["block", element.mark]) }
        let isFootnotes = element.name == "ol" && isFootnoteSection(tree.nodes[index].parent)
        push(isFootnotes ? "div" : element.name, index, isFootnotes ? .flow : element.model, marks: [element.mark])
        if isFootnotes, let last = open.indices.last { open[last].notes = 0 }
    }

    private func isFootnoteSection(_ index: Int) -> Bool {
        guard index >= 0, tree.nodes[index].name == "section" else { return false }
        return tree.attributes(of: index).contains { $0.name == "class" && $0.value.elementsEqual("footnotes".utf8) }
    }

    /// Writes the start of a part of a list or table; where it has no business to be it is a block.
    mutating func enterPart(_ index: Int, _ element: BookElement, of needed: BookElement.Model) {
        closeImplied(for: needed)
        if element.name == "li", let notes = open.last?.notes { return enterFootnote(index, number: notes + 1) }
        if needed == .rows, model == .table { imply("tbody", .rows) }
        if needed == .cells, model == .table { imply("tbody", .rows) }
        if needed == .cells, model == .rows { imply("tr", .cells) }
        guard model == needed, let place = open.indices.last else {
            return enterBlock(
                index, BookElement(name: "div", kind: .block, model: element.model == .phrasing ? .phrasing : .flow, mark: nil))
        }
        switch needed {
        case .definitions:
            if element.name == "dd" { startMeaning() } else { startTerm() }
            push(element.name, index, element.model)
        case .table: enterTablePart(index, element, in: place)
        default:
            push(element.name, index, element.model)
        }
    }

    /// A term after meanings begins a new group.
    private mutating func startTerm() {
        if let last = open.indices.last { open[last].seen = ["dt"] }
    }

    /// A caption comes first, a head before all bodies; what comes late is a body.
    private mutating func enterTablePart(_ index: Int, _ element: BookElement, in table: Int) {
        let seen = open[table].seen
        open[table].seen.insert(element.name)
        switch element.name {
        case "caption":
            guard seen.isEmpty else {
                implyWords()
                return push("div", index, .flow)
            }
            push("caption", index, .phrasing)
        case "thead": push(seen.isSubset(of: ["caption"]) ? "thead" : "tbody", index, .rows)
        case "tfoot": push("tbody", index, .rows, marks: ["tfoot"])
        default: push("tbody", index, .rows)
        }
    }

    /// A footnote, which readers of books show over the page. Each list begins anew, as do the texts that refer to it.
    private mutating func enterFootnote(_ index: Int, number: Int) {
        if let last = open.indices.last { open[last].notes = number }
        let type = isEPUB ? " epub:type=\"footnote\"" : ""
        push("aside", index, .flow, marks: ["footnote"], more: type + " role=\"doc-footnote\"")
        output.append(startTag("span") + " class=\"footnote-number\">\(number)" + endTag("span") + " ")
    }
}
