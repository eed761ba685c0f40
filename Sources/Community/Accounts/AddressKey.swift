/// An e-mail address or name as it is compared: its bytes without the space around, ASCII capitals made small. Other scripts
/// stay as they are: folding those would make two people's addresses one.
struct AddressKey: Hashable, Sendable {
    /// The folded text.
    let text: String

    init(_ address: String) {
        let bytes = Self.trimmed(address)
        text = String(decoding: bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }

    static func == (left: AddressKey, right: AddressKey) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    /// The bytes without control characters and space at the ends.
    static func trimmed(_ text: String) -> [UInt8] {
        let isInk: (UInt8) -> Bool = { $0 > UInt8(ascii: " ") }
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: isInk), let last = bytes.lastIndex(where: isInk) else { return [] }
        return Array(bytes[first...last])
    }
}
