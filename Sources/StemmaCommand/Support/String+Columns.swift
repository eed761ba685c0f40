extension String {
    /// How many columns of a terminal the text takes: none for marks on letters and what is not seen, two for the letters of East Asia
    /// and for emoji, else one. Sources: Unicode's UAX #11, as far as its wide blocks go, and `Emoji_Presentation` of UTS #51.
    var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

    /// The text with blanks behind it, as far as it is narrower.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide ? 2 : 1
        }
    }

    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: properties.isEmojiPresentation
        }
    }
}
