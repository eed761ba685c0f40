/// One language of an `Accept-Language` header with its weight in thousandths.
struct LanguageWish: Sendable, Hashable {
    let tag: String
    let weight: Int

    /// The wishes, strongest first, equals in their written order; malformed ones and those of weight 0 are left out.
    static func list(_ header: String) -> [LanguageWish] {
        let wishes = header.prefix(512).split(separator: ",").prefix(32).compactMap { parse($0) }
        return wishes.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    }

    private static func parse(_ item: Substring) -> LanguageWish? {
        let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        guard let tag = parts.first, !tag.isEmpty, tag.utf8.allSatisfy(isTagByte) else { return nil }
        guard let quality = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return LanguageWish(tag: tag, weight: 1000) }
        guard let weight = Double(quality.dropFirst(2)), weight > 0, weight <= 1 else { return nil }
        return LanguageWish(tag: tag, weight: Int(weight * 1000))
    }

    private static func isTagByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "*"):
            true
        default: false
        }
    }
}
