/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): random, and the same on every run.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Another seed, another sequence.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, and without, `bound`.
    package mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

    /// True once in `count` times.
    package mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

    /// One of several, nil where there is none.
    package mutating func one<Items: Collection>(of items: Items) -> Items.Element? { items.randomElement(using: &self) }
}
