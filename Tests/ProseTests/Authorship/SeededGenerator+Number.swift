extension SeededGenerator {
    /// A number from 0 up to, and without, `bound`.
    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}
