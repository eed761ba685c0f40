/// ASCII questions about a byte, as HTTP asks them: independent of any locale, false for bytes from 0x80.
extension UInt8 {
    var isASCIILetterOrDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(asciiLowercased)
    }

    var isASCIIDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    /// `A`–`Z` as `a`–`z`, every other byte as it is.
    var asciiLowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    /// Space or tab: RFC 9110's optional white space.
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// A `tchar` of RFC 9110: what names of headers, cookies and parameters are made of.
    var isTokenCharacter: Bool {
        isASCIILetterOrDigit || "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without the blanks at both ends.
    func trimmingBlanks() -> SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return rest
    }

    /// Equality without regard to ASCII case. `other` must be lower case already.
    func equalsLowercased(_ other: StaticString) -> Bool {
        other.withUTF8Buffer { known in
            count == known.count && zip(self, known).allSatisfy { $0.asciiLowercased == $1 }
        }
    }
}
