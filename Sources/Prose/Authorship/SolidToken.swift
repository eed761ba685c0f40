/// A word or sign with the hash of its canonical spelling.
struct SolidToken {
    let range: Range<Int>
    let hash: UInt64
    /// A word's bytes, 255 for all longer ones; 0 for a sign.
    let shape: UInt8
    /// What ended before it: nothing, a word, or a line.
    let gap: Gap

    enum Gap {
        case none, space, line
    }
}
