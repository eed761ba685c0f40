/// How the words and signs of an added text found their origin.
package struct AppendReport: Hashable, Sendable {
    /// Words and signs of the text.
    package var tokens = 0
    /// Sentences that stood in a parent at the same place, or all of them where the very text was known.
    package var kept = 0
    /// Sentences that stood elsewhere in a parent.
    package var moved = 0
    /// Sentences of the page's past.
    package var restored = 0
    /// Words that stood in the sentence before it was edited.
    package var refined = 0
    /// Fragments of sentences, from anywhere in the page's past.
    package var found = 0
    /// What came from another page.
    package var borrowed = 0
    /// What nobody wrote before.
    package var added = 0
    /// Elements compared and looked up: what the cost is bounded by, on every machine alike.
    package var operations = 0
}
