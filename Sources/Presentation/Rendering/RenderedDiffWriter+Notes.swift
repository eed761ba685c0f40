import Prose

/// What is said of a leaf beside its words.
extension RenderedDiffWriter {
    mutating func writeNotes(_ edit: LeafEdit, _ leaf: ArticleLeaf, place: Int?) {
        writePlace(leaf, place)
        switch edit.mark {
        case .unchanged: return
        case .inserted: if !edit.isMovedText { writeQuiet(phrases.inserted) }
        case .deleted: if !edit.isMovedText { writeQuiet(phrases.deleted) }
        case .moved(let move): writeMoved(leaf, move)
        case .changed, .movedAway: break
        }
        if edit.kind == .split { writeNote(phrases.split) }
        if edit.kind == .joined { writeNote(phrases.joined) }
        for change in edit.structure { if let said = phrases.structure(change) { writeNote(said) } }
        for target in edit.inlines.targets { writeNote(phrases.linked(target.old, target.new)) }
        if edit.inlines.isFormatted { writeNote(phrases.formatted) }
    }

    /// Where a change can be jumped to, and from.
    private mutating func writePlace(_ leaf: ArticleLeaf, _ place: Int?) {
        guard let place else { return }
        write("<span class=\"diff-place\" id=\"change." + String(place) + "\">")
        if place > 1, !leaf.isLinked { writeStep("change-previous", place - 1, phrases.previous) }
        if place < lastChange, !leaf.isLinked { writeStep("change-next", place + 1, phrases.next) }
        write("</span>")
    }

    private mutating func writeStep(_ classes: String, _ place: Int, _ said: String) {
        write("<a class=\"" + classes + "\" href=\"#change." + String(place) + "\">")
        output.appendEscapedText(said.utf8)
        write("</a> ")
    }

    private mutating func writeQuiet(_ said: String) {
        guard !said.isEmpty else { return }
        write("<span class=\"quiet diff-said\">")
        output.appendEscapedText(said.utf8)
        write(" </span>")
    }

    private mutating func writeNote(_ said: String) {
        write("<span class=\"diff-note\">")
        output.appendEscapedText(said.utf8)
        write("</span> ")
    }

    /// The first leaf of a move can be jumped to; all lead back.
    private mutating func writeMoved(_ leaf: ArticleLeaf, _ move: Int) {
        let id = arrivals.insert(move).inserted ? " id=\"move." + String(move) + "\"" : ""
        writeLink(id, "#left." + String(move), phrases.moved, isLinked: leaf.isLinked)
    }

    /// Before a sentence that moved, the way to its other end. It stands outside of the elements of the line, for one may be a link.
    mutating func writeSentenceMove(_ segment: LeafEdit.Segment, _ leaf: ArticleLeaf) {
        guard let move = segment.move else { return }
        let (here, away) = ("move." + String(move), "left." + String(move))
        let isHere = segment.kind == .inserted
        guard sentenceEnds.insert(isHere ? here : away).inserted else { return }
        closeLine()
        let said = isHere ? phrases.sentenceHere(move) : phrases.sentenceAway(move)
        writeLink(" id=\"" + (isHere ? here : away) + "\"", "#" + (isHere ? away : here), said, isLinked: leaf.isLinked)
    }

    private mutating func writeLink(_ id: String, _ href: String, _ said: String, isLinked: Bool) {
        write(isLinked ? "<span class=\"diff-note\"" + id + ">" : "<a class=\"diff-note\"" + id + " href=\"" + href + "\">")
        output.appendEscapedText(said.utf8)
        write(isLinked ? "</span> " : "</a> ")
    }

    /// A line at the place that a block left.
    mutating func writeMovedAway(_ edit: LeafEdit, _ leaf: ArticleLeaf, _ move: Int, isOwned: Bool, place: Int?) {
        let words = String(decoding: old.words(leaf), as: UTF8.self)
        let isRow = leaf.shape == .row
        let isBlock = leaf.shape == .whole || edit.isReduced(leaf)
        let classes = " class=\"diff-moved-away\""
        if isRow { write("<tr" + classes + "><td colspan=\"" + String(leaf.cells.count) + "\">") }
        if !isRow, !isOwned { write(isBlock ? "<p" + classes + ">" : "<span" + classes + ">") }
        writePlace(leaf, place)
        writeLink(" id=\"left." + String(move) + "\"", "#move." + String(move), phrases.movedAway(words), isLinked: leaf.isLinked)
        if !isRow, !isOwned { write(isBlock ? "</p>" : "</span>") }
        if isRow { write("</td></tr>") }
    }
}
