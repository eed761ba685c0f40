/// A stretch of an article.
package enum DocumentPiece: Sendable, Equatable {
    /// Sanitised HTML. Tags may open in one piece and close in another.
    case html(SafeHTML)
    /// An index into the document's links. For a Markdown link it stands for the opening tag only (text and end tag follow as HTML), else for a whole element.
    case slot(Int)
}
