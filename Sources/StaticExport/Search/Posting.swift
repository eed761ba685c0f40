/// That a document has a term, and how much that counts: 10 for each time in the title, 4 in a heading, 1 in the body.
struct Posting: Sendable, Hashable {
    var number: Int
    var frequency: Int
}
