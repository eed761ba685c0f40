/// Why a page was not rendered. `Document.source` shows it all the same.
package enum MarkupError: Error, Sendable, Equatable {
    /// It took longer than the time limit; its worker was ended.
    case timedOut
    /// Its worker ended by itself: a crash, or more memory than allowed.
    case crashed
    /// The Markdown is longer than the bound on it.
    case tooLarge
    /// Refused before it was parsed: nested deeper, or a table larger, than any page needs.
    case tooComplex
    /// The bytes are not UTF-8.
    case notUTF8
    /// The HTML would exceed the output limit.
    case outputTooLarge
    /// No worker could be started, or the pool is shut down; with what was being done. Not the page's fault: try again later.
    case workerUnavailable(String)

    /// Whether the same Markdown would fail again, so that its blob may be remembered as misbehaving.
    package var isLasting: Bool {
        if case .workerUnavailable = self { false } else { true }
    }
}
