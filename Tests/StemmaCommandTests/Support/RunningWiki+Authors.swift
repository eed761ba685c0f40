import Testing

/// What the server does by itself after an edit: it follows who wrote which words.
extension RunningWiki {
    /// Waits until the authors of all pages are known, so that pages show shares and not edits.
    func followsAuthors(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let isDone = try Patience.wait(seconds: 60) { try Visitor(self).get("/-/health").text.contains("\"complete\"") }
        #expect(isDone, "the authors of some pages are not known", sourceLocation: sourceLocation)
    }
}
