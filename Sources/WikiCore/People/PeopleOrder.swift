/// In which order people are listed.
package enum PeopleOrder: String, Sendable, CaseIterable {
    /// Who edited last comes first.
    case recent
    /// By name.
    case name
    /// By the words that stand today, most first. Only where a community wants it.
    case words
}

/// Where a list of people goes on: behind one of them.
package struct PeopleCursor: Hashable, Sendable {
    /// What the order goes by: a place, a number of words, or the bytes of a folded name.
    let key: [UInt8]
    /// Tells apart who has the same.
    let row: Int64

    /// Letters and digits only, to be handed back as they are.
    package var text: String { "m" + key.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined() + "n\(row)" }

    init(key: String, row: Int64) {
        self.key = Array(key.utf8)
        self.row = row
    }

    /// Reads the text; nil where it is none of ours.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 65_536, bytes.first == UInt8(ascii: "m"), let end = bytes.lastIndex(of: UInt8(ascii: "n")) else { return nil }
        let digits = bytes[1..<end]
        guard let row = Int64(String(decoding: bytes[(end + 1)...], as: UTF8.self)), row >= 0, digits.count.isMultiple(of: 2) else {
            return nil
        }
        var key: [UInt8] = []
        for start in stride(from: digits.startIndex, to: digits.endIndex, by: 2) {
            guard let high = Self.value(digits[start]), let low = Self.value(digits[start + 1]) else { return nil }
            key.append(high << 4 | low)
        }
        self.key = key
        self.row = row
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: nil
        }
    }
}
