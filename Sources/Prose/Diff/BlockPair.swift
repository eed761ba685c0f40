/// Blocks of two texts that are the same to a reader: mostly one and one, in a split one and several, in a join several and one.
struct BlockPair {
    let old: Range<Int>
    let new: Range<Int>
    /// Whether both say the same words.
    var saysTheSame: Bool
    /// Whether it is out of the order that most of the text keeps.
    var isMoved = false
}
