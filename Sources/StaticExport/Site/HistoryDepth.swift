/// How much of the past a static site shows.
package enum HistoryDepth: String, Sendable, CaseIterable {
    /// Pages as they are, with their contributors.
    case none
    /// Besides, each page's newest revisions with their differences, and who wrote each word.
    case recent
    /// Every revision of every page.
    case full
}
