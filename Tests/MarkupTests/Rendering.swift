import Markup

/// The document of a small, harmless page, parsed in this process.
func document(_ markdown: String) throws -> Document {
    try MarkdownParser().document(Array(markdown.utf8))
}

/// Its article, with links that lead where they say.
func html(_ markdown: String) throws -> String {
    try document(markdown).html(PlainLinks()).string
}
