extension Document {
    /// The Markdown itself, escaped: what is shown of a page that could not be rendered. Cheap, and total on every input.
    package static func source(_ markdown: [UInt8], frontMatter: FrontMatter = FrontMatter()) -> Document {
        let escaped = escapedHTML(markdown)
        return Document(
            frontMatter: frontMatter,
            pieces: [.html(SafeHTML(trusted: "<pre class=\"source\"><code class=\"language-markdown\">" + escaped + "</code></pre>\n"))],
            plainText: String(decoding: markdown, as: UTF8.self),
            isSource: true)
    }
}
