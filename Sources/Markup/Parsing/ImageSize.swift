/// `300` or `300x200`, in CSS pixels.
struct ImageSize: Equatable {
    /// Larger ones are taken for a mistake.
    private static let limit = 10_000

    let width: Int
    let height: Int?

    init?(_ text: some StringProtocol) {
        let numbers = text.split(separator: "x", maxSplits: 1, omittingEmptySubsequences: false)
        guard let width = numbers.first.flatMap({ Self.pixels($0) }) else { return nil }
        self.width = width
        guard numbers.count == 2 else {
            height = nil
            return
        }
        guard let height = Self.pixels(numbers[1]) else { return nil }
        self.height = height
    }

    /// A number of pixels as authors write it.
    static func pixels(_ text: some StringProtocol) -> Int? {
        var digits = text.utf8[...]
        if text.hasSuffix("px") { digits = digits.dropLast(2) }
        guard !digits.isEmpty, digits.count < 6, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(String(decoding: digits, as: UTF8.self)).flatMap { (1...limit).contains($0) ? $0 : nil }
    }
}
