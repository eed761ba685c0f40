/// Which values authors may give to the attributes that they may use.
enum AttributeRule {
    /// Whether a value is written; the caller escapes it.
    static func accepts(_ value: ArraySlice<UInt8>, for name: String) -> Bool {
        switch name {
        case "align", "valign", "scope", "dir", "type":
            return value.count <= 10 && value.allSatisfy { isLetter($0) || isDigit($0) }
        case "colspan", "rowspan", "span":
            return (1...3).contains(value.count) && value.allSatisfy(isDigit)
        case "start", "value":
            return (1...9).contains(value.count) && value.enumerated().allSatisfy { isDigit($1) || ($0 == 0 && $1 == UInt8(ascii: "-")) }
        case "width", "height", "border":
            return (1...5).contains(value.count) && value.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "%") }
        case "color":
            return value.count <= 24 && value.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "#") }
        case "lang", "datetime":
            return value.count <= 35 && value.allSatisfy { isLetter($0) || isDigit($0) || "-:.+ ".utf8.contains($0) }
        case "cite":
            if case .web = LinkDestination(value) { return true }
            return false
        case "open", "reversed": return value.count <= 10
        case "title": return value.count <= 1000
        default: return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
