/// A sentence of the past, or of another page, as what it may explain of a new one.
struct PastWords {
    let words: ArraySlice<UInt32>
    /// A row of the table of origins for each word; empty where they are not known.
    let origins: ArraySlice<UInt32>
    /// Its number; nil for one of another page.
    let sentence: UInt32?
}
