extension ThreeWayMerge {
    /// The text with git's seven-character markers around what a person must decide.
    ///
    /// Each marker stands at the beginning of its own line, also where a side has no last newline.
    /// - Parameters:
    ///   - current: the name of the side that stands now; control characters become spaces.
    ///   - yours: the name of the other side.
    ///   - base: the name of what both began with; nil leaves that part out (as git does unless told `diff3`).
    package func markedText(current: String, yours: String, base: String? = nil) -> [UInt8] {
        var text: [UInt8] = []
        for region in regions {
            switch region {
            case .settled(let bytes): text += bytes
            case .conflict(let began, let stands, let wanted):
                mark("<", current, in: &text)
                text += stands
                if let base {
                    mark("|", base, in: &text)
                    text += began
                }
                mark("=", nil, in: &text)
                text += wanted
                mark(">", yours, in: &text)
            }
        }
        return text
    }

    private func mark(_ sign: Character, _ name: String?, in text: inout [UInt8]) {
        if let last = text.last, last != UInt8(ascii: "\n") { text += lineEnd.bytes }
        text += String(repeating: sign, count: 7).utf8
        if let name {
            text.append(UInt8(ascii: " "))
            text += name.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        }
        text += lineEnd.bytes
    }
}
