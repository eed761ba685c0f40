/// One spelling for words that Unicode holds to be the same: `é` as one letter, or as `e` and an accent.
///
/// Marks are put in the order of their combining class, and joined to their letter where a letter with that mark exists
/// (Unicode Standard Annex #15, "Unicode Normalization Forms"). Which letter that is the standard library's comparison of
/// strings says; conjoining Hangul is joined by arithmetic (The Unicode Standard, section 3.12). The result is not always
/// NFC, but it is one for all spellings of a word.
enum CanonicalSpelling {
    /// Longer tokens are no words of any language, and stay as they are.
    private static let longest = 256

    /// The bytes to hash for a token; nil where they are the token's own. Linear.
    static func bytes(of token: ArraySlice<UInt8>) -> [UInt8]? {
        guard token.count <= longest else { return nil }
        let scalars = String(decoding: token, as: UTF8.self).unicodeScalars
        guard scalars.contains(where: { mayDiffer($0.value) }) else { return nil }
        var text = String.UnicodeScalarView()
        var marks: [Unicode.Scalar] = []
        for scalar in scalars {
            if scalar.properties.canonicalCombiningClass == .notReordered {
                join(&marks, to: &text)
                joinBase(scalar, to: &text)
            } else {
                marks.append(scalar)
            }
        }
        join(&marks, to: &text)
        return Array(String(text).utf8)
    }

    /// Whether another spelling is possible at all; false for nearly all letters.
    private static func mayDiffer(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x300, 0x3400...0x9FFF, 0xAC00...0xD7A3: false
        case 0x1100...0x11FF, 0x1F00...0x1FFF, 0x2126...0x212B: true
        default: ScalarKind(value) == .extend
        }
    }

    /// Joins marks to the last letter, those that don't join staying behind it in order.
    private static func join(_ marks: inout [Unicode.Scalar], to text: inout String.UnicodeScalarView) {
        guard !marks.isEmpty else { return }
        let sorted = marks.enumerated().sorted {
            let (one, other) = ($0.element.properties.canonicalCombiningClass, $1.element.properties.canonicalCombiningClass)
            return one == other ? $0.offset < $1.offset : one < other
        }
        marks.removeAll()
        var letter = text.popLast()
        var rest: [Unicode.Scalar] = []
        for (_, mark) in sorted {
            if let base = letter, let whole = composed(base, mark) { letter = whole } else { rest.append(mark) }
        }
        if let letter { text.append(letter) }
        text.append(contentsOf: rest)
    }

    private static func joinBase(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
        let single = letters[String(scalar)] ?? scalar
        guard let last = text.last else { return text.append(single) }
        if let whole = syllable(last.value, single.value) ?? (ScalarKind(single.value) == .extend ? composed(last, single) : nil) {
            text.removeLast()
            text.append(whole)
        } else {
            text.append(single)
        }
    }

    private static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        var pair = String.UnicodeScalarView()
        pair.append(base)
        pair.append(mark)
        return letters[String(pair)]
    }

    private static func syllable(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
        if (0x1100..<0x1113).contains(first), (0x1161..<0x1176).contains(second) {
            return Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28)
        }
        if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0, (0x11A8..<0x11C3).contains(second) {
            return Unicode.Scalar(first + second - 0x11A7)
        }
        return nil
    }

    /// Letters that may have marks, by all of their spellings, for strings are equal whatever their spelling.
    private static let letters: [String: Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [
            0xC0...0x24F, 0x370...0x52F, 0x600...0x6FF, 0x900...0xDFF, 0x1020...0x1030, 0x1B00...0x1B4F, 0x1E00...0x1FFF,
            0x2126...0x212B, 0x3040...0x30FF,
        ]
        var letters: [String: Unicode.Scalar] = [:]
        for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
            let spelling = String(scalar)
            if letters[spelling] == nil { letters[spelling] = scalar }
        }
        return letters
    }()
}
