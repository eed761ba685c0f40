/// Moves pure insertions and deletions to the place among equal ones that a reader expects.
///
/// "a b" to "a b b" can be told as either b; adding a paragraph, as the paragraph and the empty line after it or before it.
/// The idea is that of git's indent heuristic (M. Haggerty, 2016): try every position that gives the same texts, take the one
/// whose two edges score best, the last one where several do. Linear in the positions tried, which never pass a neighbour.
struct EditSlide {
    let old: [Int]
    let new: [Int]
    let oldEdges: [UInt8]
    let newEdges: [UInt8]

    func slid(_ edits: [SequenceEdit]) -> [SequenceEdit] {
        var result: [SequenceEdit] = []
        for (index, edit) in edits.enumerated() {
            let floor = result.last?.oldRange.upperBound ?? 0
            let ceiling = index + 1 < edits.count ? edits[index + 1].oldRange.lowerBound : old.count
            let best = slid(edit, room: (edit.oldRange.lowerBound - floor, ceiling - edit.oldRange.upperBound))
            if let last = result.last, last.oldRange.upperBound == best.oldRange.lowerBound,
                last.newRange.upperBound == best.newRange.lowerBound
            {
                result[result.count - 1] = SequenceEdit(
                    oldRange: last.oldRange.lowerBound..<best.oldRange.upperBound,
                    newRange: last.newRange.lowerBound..<best.newRange.upperBound)
            } else {
                result.append(best)
            }
        }
        return result
    }

    private func slid(_ edit: SequenceEdit, room: (up: Int, down: Int)) -> SequenceEdit {
        let shift: Int
        if edit.isInsertion {
            shift = bestShift(of: edit.newRange, in: new, edges: newEdges, room: room)
        } else if edit.isDeletion {
            shift = bestShift(of: edit.oldRange, in: old, edges: oldEdges, room: room)
        } else {
            return edit
        }
        return SequenceEdit(
            oldRange: edit.oldRange.lowerBound + shift..<edit.oldRange.upperBound + shift,
            newRange: edit.newRange.lowerBound + shift..<edit.newRange.upperBound + shift)
    }

    private func bestShift(of range: Range<Int>, in elements: [Int], edges: [UInt8], room: (up: Int, down: Int)) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        var lowest = 0
        while -lowest < room.up, elements[start + lowest - 1] == elements[end + lowest - 1] { lowest -= 1 }
        var highest = 0
        while highest < room.down, elements[start + highest] == elements[end + highest] { highest += 1 }
        var best = (shift: 0, score: -1)
        for shift in lowest...highest {
            let score = Int(edges[start + shift]) + Int(edges[end + shift])
            if score >= best.score { best = (shift, score) }
        }
        return best.shift
    }
}
