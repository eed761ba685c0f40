/// Writes the changes of words at one place, with the sentences between them that moved.
struct PartWriter {
    /// A sentence that moved.
    struct Stop {
        /// Before which unit of what stayed it stands.
        let unit: Int
        let end: MovedSentences.End
    }

    private var old: (units: ArraySlice<DiffUnit>, stops: ArraySlice<Stop>)
    private var new: (units: ArraySlice<DiffUnit>, stops: ArraySlice<Stop>)
    /// Whether what was written last had moved.
    private var wasStop = false
    /// How far both texts have been written, in bytes.
    private(set) var places: (old: Int, new: Int)

    init(old: (units: [DiffUnit], stops: [Stop]), new: (units: [DiffUnit], stops: [Stop]), places: (old: Int, new: Int)) {
        self.old = (old.units[...], old.stops[...])
        self.new = (new.units[...], new.stops[...])
        self.places = places
    }

    /// Linear.
    mutating func write(_ edits: [SequenceEdit], to builder: inout PieceBuilder) {
        for edit in edits {
            writeSame(upTo: edit.oldRange.lowerBound, &builder)
            let isSpace = isOuterSpace(edit)
            writeOld(upTo: edit.oldRange.upperBound, isSpace: isSpace, &builder)
            writeNew(upTo: edit.newRange.upperBound, isSpace: isSpace, &builder)
        }
        writeSame(upTo: old.units.endIndex, &builder)
        writeStops(&builder)
    }

    /// What stands here and moved.
    private mutating func writeStops(_ builder: inout PieceBuilder) {
        while let stop = old.stops.first, stop.unit <= old.units.startIndex {
            builder.movedAway(stop.end, newPlace: places.new)
            places.old = stop.end.range.upperBound
            old.stops.removeFirst()
            wasStop = true
        }
        while let stop = new.stops.first, stop.unit <= new.units.startIndex {
            builder.movedHere(stop.end, oldPlace: places.old)
            places.new = stop.end.range.upperBound
            new.stops.removeFirst()
            wasStop = true
        }
    }

    private mutating func writeSame(upTo end: Int, _ builder: inout PieceBuilder) {
        while true {
            writeStops(&builder)
            guard old.units.startIndex < end else { return }
            let toOldStop = (old.stops.first?.unit ?? end) - old.units.startIndex
            let toNewStop = (new.stops.first?.unit ?? .max) - new.units.startIndex
            let count = min(end - old.units.startIndex, toOldStop, toNewStop)
            wasStop = false
            builder.same(old.units.prefix(count), new.units.prefix(count))
            places = (
                old.units.prefix(count).last?.range.upperBound ?? places.old, new.units.prefix(count).last?.range.upperBound ?? places.new
            )
            old.units = old.units.dropFirst(count)
            new.units = new.units.dropFirst(count)
        }
    }

    private mutating func writeOld(upTo end: Int, isSpace: Bool, _ builder: inout PieceBuilder) {
        while old.units.startIndex < end {
            writeStops(&builder)
            let units = old.units.prefix(min(end, old.stops.first?.unit ?? end) - old.units.startIndex)
            let place = units.last?.range.upperBound ?? places.old
            wasStop = false
            if isSpace {
                builder.space(places.old..<place, places.new..<places.new)
            } else {
                builder.replaceText(units, [], at: places)
            }
            places.old = place
            old.units = old.units.dropFirst(units.count)
        }
    }

    private mutating func writeNew(upTo end: Int, isSpace: Bool, _ builder: inout PieceBuilder) {
        while new.units.startIndex < end {
            writeStops(&builder)
            let units = new.units.prefix(min(end, new.stops.first?.unit ?? end) - new.units.startIndex)
            let place = units.last?.range.upperBound ?? places.new
            wasStop = false
            wasStop = false
            if isSpace {
                builder.space(places.old..<places.old, places.new..<place)
            } else {
                builder.replaceText([], units, at: places)
            }
            places.new = place
            new.units = new.units.dropFirst(units.count)
        }
    }

    /// White space that came or went at an end, or beside what moved, parts no words.
    private func isOuterSpace(_ edit: SequenceEdit) -> Bool {
        guard edit.isInsertion || edit.isDeletion else { return false }
        guard old.units[edit.oldRange].allSatisfy({ $0.kind == .space }), new.units[edit.newRange].allSatisfy({ $0.kind == .space })
        else { return false }
        let isAtStart = edit.oldRange.lowerBound == 0 && edit.newRange.lowerBound == 0
        let isAtEnd = edit.oldRange.upperBound == old.units.endIndex && edit.newRange.upperBound == new.units.endIndex
        let (oldStop, newStop) = (old.stops.first?.unit ?? .max, new.stops.first?.unit ?? .max)
        let isBeside = wasStop || oldStop <= edit.oldRange.upperBound || newStop <= edit.newRange.upperBound
        return isAtStart || isAtEnd || isBeside
    }
}
