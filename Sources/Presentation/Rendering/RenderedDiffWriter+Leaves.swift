import Prose

/// What stands inside a leaf.
extension RenderedDiffWriter {
    mutating func writeBody(_ edit: LeafEdit, _ leaf: ArticleLeaf, isOwned: Bool, place: Int?) {
        if case .movedAway(let move) = edit.mark { return writeMovedAway(edit, leaf, move, isOwned: isOwned, place: place) }
        switch leaf.shape {
        case .row: writeRow(edit, leaf, place: place)
        case .prose, .whole:
            let name = leaf.shape == .whole ? "div" : "span"
            let isWrapped = edit.mark != .unchanged && !isOwned
            if isWrapped, let classes = edit.className { write("<" + name + " class=\"" + classes + "\">") }
            writeNotes(edit, leaf, place: place)
            writeSegments(edit, leaf)
            closeLine()
            if isWrapped { write("</" + name + ">") }
        }
    }

    mutating func write(_ html: String) { output += html.utf8 }

    /// Writes stretches in order; runs of the written article that say nothing come where they stand.
    private mutating func writeSegments(_ edit: LeafEdit, _ leaf: ArticleLeaf) {
        var own = RunPlace()
        var other = RunPlace()
        for segment in edit.segments where !isOverLimit {
            writeSentenceMove(segment, leaf)
            if segment.kind == .deleted, edit.side == .new {
                guard let counterpart = counterpart(edit, of: segment, &other) else { continue }
                writeRuns(.old, counterpart, segment, &other, isSilent: true)
            } else {
                writeRuns(edit.side, leaf, segment, &own, isSilent: false)
            }
        }
        writeSilent(edit.side, leaf, upTo: leaf.range.upperBound, &own)
    }

    /// The leaf of the old article in which a deleted stretch stands: where several became one, not always the first.
    private func counterpart(_ edit: LeafEdit, of segment: LeafEdit.Segment, _ place: inout RunPlace) -> ArticleLeaf? {
        guard var index = edit.counterpart else { return nil }
        index = max(index, place.leaf)
        while index < old.leaves.count, old.leaves[index].range.upperBound <= segment.range.lowerBound { index += 1 }
        guard index < old.leaves.count else { return nil }
        if index != place.leaf { place = RunPlace(leaf: index) }
        return old.leaves[index]
    }

    /// The runs of a leaf in a stretch, or their parts. A run that is a node is written once, with its beginning.
    mutating func writeRuns(
        _ side: RenderedSide, _ leaf: ArticleLeaf, _ segment: LeafEdit.Segment, _ place: inout RunPlace, isSilent: Bool
    ) {
        let mark = DiffMark(segment)
        while place.run < leaf.runs.count {
            let run = leaf.runs[place.run]
            guard run.range.lowerBound < segment.range.upperBound else { return }
            if run.range.isEmpty {
                if !isSilent { writeRun(side, leaf, run, run.range, nil) }
            } else {
                let part = run.range.clamped(to: segment.range)
                if !part.isEmpty { writeRun(side, leaf, run, part, mark) }
                guard run.range.upperBound <= segment.range.upperBound else { return }
            }
            place.run += 1
        }
    }

    /// What says nothing behind the last stretch, and where there is none.
    mutating func writeSilent(_ side: RenderedSide, _ leaf: ArticleLeaf, upTo end: Int, _ place: inout RunPlace) {
        while place.run < leaf.runs.count, leaf.runs[place.run].range.upperBound <= end {
            let run = leaf.runs[place.run]
            if run.range.isEmpty { writeRun(side, leaf, run, run.range, nil) }
            place.run += 1
        }
    }

    private mutating func writeRun(
        _ side: RenderedSide, _ leaf: ArticleLeaf, _ run: ArticleLeaf.Run, _ part: Range<Int>, _ mark: DiffMark?
    ) {
        let article = article(side)
        if case .nothing = run.content { return }
        openLine(side, run)
        setMark(leaf.shape == .whole ? nil : mark)
        switch run.content {
        case .text: output.appendEscapedText(article.text.text[part])
        case .literal(let bytes): output += article.tree.html[bytes]
        case .node: writeWhole(side, run.node)
        case .nothing: break
        }
    }

    // MARK: Elements of the line

    /// Opens the elements around a run; those that are open and have the same tags serve for either article.
    private mutating func openLine(_ side: RenderedSide, _ run: ArticleLeaf.Run) {
        let article = article(side)
        if article.context(of: run) == inlines.last?.context ?? 0 { return }
        setMark(nil)
        let chain = article.inlines(of: run)
        var depth = 0
        while depth < min(chain.count, inlines.count), inlines[depth].context == article.contexts[chain[depth]] { depth += 1 }
        closeInlines(to: depth)
        for node in chain[depth...] {
            writeTag(side, node)
            inlines.append((side, node, article.contexts[node]))
        }
    }

    private mutating func closeInlines(to depth: Int) {
        while inlines.count > depth, let last = inlines.popLast() { writeEnd(last.side, last.node) }
    }

    private mutating func setMark(_ mark: DiffMark?) {
        if mark == self.mark { return }
        if let open = self.mark { write(open.closing) }
        if let mark { write(mark.opening) }
        self.mark = mark
    }

    mutating func closeLine() {
        setMark(nil)
        closeInlines(to: 0)
    }
}
