import Glibc

extension ClientAddress {
    /// The longest text of an address, of an IPv4 address in IPv6.
    private static let maximumText = 45

    /// An address as people and proxies write it: IPv4 in four decimal numbers, or IPv6 without a zone. Nil for all else.
    init?(text: some Collection<UInt8>) {
        guard (2...Self.maximumText).contains(text.count), !text.contains(0) else { return nil }
        let string = String(decoding: text, as: UTF8.self)
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, string, &bytes) == 1 {
            self.init(bytes: Array(bytes.prefix(4)))
        } else if inet_pton(AF_INET6, string, &bytes) == 1 {
            self.init(bytes: bytes)
        } else {
            return nil
        }
    }

    /// An address as proxies write it that also tell the port: `192.0.2.1:80`, `[2001:db8::1]`, `[2001:db8::1]:80`.
    init?(textWithPort text: some BidirectionalCollection<UInt8>) {
        let colon = UInt8(ascii: ":")
        if text.first == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: UInt8(ascii: "]")), text[text.index(after: text.startIndex)..<end].contains(colon),
                Self.isPort(text[text.index(after: end)...])
            else { return nil }
            self.init(text: text[text.index(after: text.startIndex)..<end])
        } else if let last = text.lastIndex(of: colon), text.firstIndex(of: colon) == last {
            guard Self.isPort(text[last...]) else { return nil }
            self.init(text: text[..<last])
        } else {
            self.init(text: text)
        }
    }

    /// Nothing, or a colon and a number.
    private static func isPort(_ text: some Collection<UInt8>) -> Bool {
        text.isEmpty || (text.first == UInt8(ascii: ":") && (2...6).contains(text.count) && text.dropFirst().allSatisfy(\.isASCIIDigit))
    }
}
