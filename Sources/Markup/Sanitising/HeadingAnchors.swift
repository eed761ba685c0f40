/// Gives headings the anchors that GitHub gives them.
///
/// Source of the rule: github.com/jch/html-pipeline `lib/html/pipeline/toc_filter.rb` (lower case; everything but letters, marks, digits,
/// connecting punctuation, `-` and space goes; spaces become `-`; a repeated one gets `-1`, `-2`…), and github-slugger for names already taken.
package struct HeadingAnchors {
    private var taken: Set<String> = []
    private var repetitions: [String: Int] = [:]

    /// The anchor of one heading without regard to others.
    package static func anchor(for text: String) -> String {
        var result = ""
        result.unicodeScalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar == " " {
                result.unicodeScalars.append("-")
            } else if isWord(scalar) || scalar == "-" {
                result += scalar.properties.lowercaseMapping
            }
        }
        return result
    }

    /// The anchor that a link's fragment means on another page: the heading that has it or is called so, else the place to
    /// which the author gave that name.
    /// - Parameter isHeading: whether a heading of that page has an anchor.
    package static func place(of fragment: String, isHeading: (String) -> Bool) -> String {
        if isHeading(fragment) || fragment.utf8.starts(with: PagePlaces.prefix.utf8) { return fragment }
        let anchor = Self.anchor(for: fragment)
        return isHeading(anchor) ? anchor : PagePlaces.prefix + fragment
    }

    /// Whether a fragment means the top of a page whatever stands there (HTML, “select the indicated part”): `top` in any case, or
    /// nothing.
    package static func isTop(_ fragment: some Collection<UInt8>) -> Bool {
        fragment.isEmpty || (fragment.count == 3 && fragment.map { $0 | 0x20 }.elementsEqual("top".utf8))
    }

    /// The anchor of the next heading of a page. A heading without a letter gets `section`.
    mutating func next(for text: String) -> String {
        let anchor = Self.anchor(for: text)
        let base = anchor.isEmpty ? "section" : anchor
        var candidate = base
        var number = repetitions[base] ?? 0
        while !taken.insert(candidate).inserted {
            number += 1
            candidate = base + "-" + String(number)
        }
        repetitions[base] = number
        return candidate
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "_" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            return true
        default:
            return false
        }
    }
}
