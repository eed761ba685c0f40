/// What a Unicode scalar does in a word, as far as cutting text into tokens needs to know.
enum ScalarKind {
    /// Makes a word with its neighbours.
    case letter
    /// A word by itself: scripts that are written without spaces.
    case ideograph
    /// Belongs to what stands before it: combining marks, variation selectors, skin tones, tags.
    case extend
    /// ZERO WIDTH JOINER.
    case joiner
    /// Half a flag.
    case regional
    case space
    case lineFeed
    case carriageReturn
    case sign

    /// Plain comparisons decide nearly all text; the rest asks the Unicode tables of the standard library.
    init(_ value: UInt32) {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .letter
        case 0x0A: self = .lineFeed
        case 0x0D: self = .carriageReturn
        case 0x09, 0x0B, 0x0C, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: self = .space
        case 0..<0x80: self = .sign
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x02AF, 0x0370...0x0373, 0x0388...0x0481, 0x048A...0x052F: self = .letter
        case 0x0300...0x036F, 0x200C, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F, 0xE0100...0xE01EF: self = .extend
        case 0x200D: self = .joiner
        case 0x1F1E6...0x1F1FF: self = .regional
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFD, 0xF900...0xFAFF, 0x3005...0x3007: self = .ideograph
        case 0xAC00...0xD7A3: self = .letter
        case 0x0E33, 0x0EB3: self = .extend
        default: self = ScalarKind(byProperties: value)
        }
    }

    private init(byProperties value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else {
            self = .sign
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .extend
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber,
            .connectorPunctuation:
            self = ScalarKind.isUnspaced(value) ? .ideograph : .letter
        default: self = .sign
        }
    }

    /// Thai and Lao, Myanmar, Khmer, kana and Bopomofo with their later blocks, Tai scripts: no spaces between words.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF: true
        case 0x2E80...0x2FDF, 0x3040...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xA9E0...0xA9FF, 0xAA60...0xAADF: true
        case 0xFF66...0xFF9F, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF: true
        default: false
        }
    }
}
