/// Where a page or folder stands among what its folder holds, as bytes that compare as readers expect: those with a weight
/// come first, the least weight before the others; then by natural order, in which 2 comes before 10, and neither case nor
/// accents count; then by the bytes of the name, and a page before the folder of its name. So no two are ever alike.
package struct ReadingRank: Hashable, Sendable, Comparable {
    /// What is compared.
    package let bytes: [UInt8]

    /// The rank of what has this name and weight. Linear in the name.
    /// - Parameter ending: what tells apart the files of two pages of one name.
    package init(_ name: some Collection<UInt8>, weight: Double?, isFolder: Bool = false, ending: some Collection<UInt8> = [UInt8]()) {
        bytes = Self.weighed(weight) + NaturalKey.of(name) + [0] + Array(name) + [0, isFolder ? 1 : 0] + Array(ending)
    }

    /// A rank as it was stored.
    init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// True where a weight gives it its place.
    package var isWeighted: Bool { bytes.first == 0 }

    /// The weight that gives it its place; nil where the name does.
    var weight: Double? {
        guard isWeighted, bytes.count > 8 else { return nil }
        let pattern = bytes[1...8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Double(bitPattern: pattern & Self.sign == 0 ? ~pattern : pattern ^ Self.sign)
    }

    package static func < (one: ReadingRank, other: ReadingRank) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }

    private static let sign: UInt64 = 1 << 63

    /// The bits of an IEEE 754 number compare like it once the sign is turned, and those of a negative one all of them.
    private static func weighed(_ weight: Double?) -> [UInt8] {
        guard let weight, weight.isFinite else { return [1] }
        // -0 is 0.
        let pattern = (weight + 0).bitPattern
        let key = pattern & sign == 0 ? pattern ^ sign : ~pattern
        return [0] + (0..<8).map { UInt8(truncatingIfNeeded: key >> (56 - 8 * $0)) }
    }
}
