/// Lends the texts of a merge a last newline each, so that a line added after the last one is an addition and no change of
/// the line before; and takes it back from the result where the sides say so.
struct LastNewline {
    let base: [UInt8]
    let current: [UInt8]
    let yours: [UInt8]
    private let isBaseEnded: Bool
    private let isCurrentEnded: Bool
    private let isYoursEnded: Bool
    private let end: [UInt8]

    init(base: [UInt8], current: [UInt8], yours: [UInt8], lineEnd: LineEnd) {
        end = lineEnd.bytes
        (isBaseEnded, self.base) = LastNewline.ended(base, end)
        (isCurrentEnded, self.current) = LastNewline.ended(current, end)
        (isYoursEnded, self.yours) = LastNewline.ended(yours, end)
    }

    private static func ended(_ text: [UInt8], _ end: [UInt8]) -> (Bool, [UInt8]) {
        guard let last = text.last, last != UInt8(ascii: "\n") else { return (true, text) }
        return (false, text + end)
    }

    /// The regions with the last newline that the sides agree on: who changed it wins, else it is as it was; but it goes only
    /// from a line that a side left without.
    func restored(_ regions: [MergeRegion]) -> [MergeRegion] {
        var regions = regions
        switch regions.popLast() {
        case nil: break
        case .settled(let text):
            let text = isEnded(text) ? text : unended(text)
            if !text.isEmpty { regions.append(.settled(text)) }
        case .conflict(let base, let current, let yours):
            regions.append(
                .conflict(
                    base: isBaseEnded ? base : unended(base), current: isCurrentEnded ? current : unended(current),
                    yours: isYoursEnded ? yours : unended(yours)))
        }
        return regions
    }

    private func isEnded(_ text: [UInt8]) -> Bool {
        if !isBaseEnded, !isCurrentEnded, !isYoursEnded { return false }
        if isCurrentEnded == isBaseEnded ? isYoursEnded : isCurrentEnded { return true }
        let last = LastNewline.lastLine(text)
        return (isCurrentEnded || last != LastNewline.lastLine(current)) && (isYoursEnded || last != LastNewline.lastLine(yours))
    }

    private static func lastLine(_ text: [UInt8]) -> ArraySlice<UInt8> {
        let start = text.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return text[start...]
    }

    private func unended(_ text: [UInt8]) -> [UInt8] {
        if text.suffix(end.count).elementsEqual(end) { return text.dropLast(end.count) }
        return text.last == UInt8(ascii: "\n") ? text.dropLast() : text
    }
}
