/// Git's framing: four hexadecimal digits that count themselves and what follows.
enum PacketLine {
    /// Ends a list.
    static let flush = Array("0000".utf8)
    /// The most bytes that one line carries.
    static let longest = 65_516

    /// One line, framed; what is over the longest is cut off.
    static func line(_ payload: some Collection<UInt8>) -> [UInt8] {
        let payload = payload.prefix(longest)
        let digits = String(payload.count + 4, radix: 16)
        return Array(repeating: UInt8(ascii: "0"), count: max(0, 4 - digits.utf8.count)) + Array(digits.utf8) + Array(payload)
    }

    /// One line of text.
    static func line(_ text: String) -> [UInt8] { line(text.utf8) }

    /// Bytes on one band of a side band, in as many lines as they need.
    /// - Parameter band: 1 for data, 2 for people, 3 for the last words before giving up.
    /// - Parameter width: the most bytes of a line; 999 for the side band of old clients.
    static func band(_ band: UInt8, _ payload: [UInt8], width: Int = longest) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: payload.count, by: width - 1) {
            result += line([band] + payload[start..<min(start + width - 1, payload.count)])
        }
        return result
    }
}
