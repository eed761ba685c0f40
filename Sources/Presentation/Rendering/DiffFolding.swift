/// Puts chunks together, with long stretches in which nothing changed folded away, one for each heading.
struct DiffFolding {
    /// Fewer chunks than this are not folded.
    private static let least = 3

    let output: [UInt8]
    let phrases: RenderedDiffPhrases
    private(set) var html: [UInt8] = []

    /// Linear in the output. Where nothing changed nothing is folded.
    init(_ chunks: [RenderedChunk], output: [UInt8], phrases: RenderedDiffPhrases) {
        self.output = output
        self.phrases = phrases
        html.reserveCapacity(output.count + output.count / 16)
        guard chunks.contains(where: \.isChanged) else {
            for chunk in chunks { html += output[chunk.range] }
            return
        }
        var start = 0
        while start < chunks.count {
            var end = start
            while end < chunks.count, !chunks[end].isChanged { end += 1 }
            // What stands next to a change stays in sight.
            let from = start == 0 ? start : min(start + 1, end)
            let to = end == chunks.count ? end : max(from, end - 1)
            for chunk in chunks[start..<from] { html += output[chunk.range] }
            fold(chunks[from..<to])
            for chunk in chunks[to..<end] { html += output[chunk.range] }
            while end < chunks.count, chunks[end].isChanged {
                html += output[chunks[end].range]
                end += 1
            }
            start = end
        }
    }

    private mutating func fold(_ chunks: ArraySlice<RenderedChunk>) {
        guard chunks.count >= Self.least else {
            for chunk in chunks { html += output[chunk.range] }
            return
        }
        var start = chunks.startIndex
        while start < chunks.endIndex {
            let end = chunks[(start + 1)...].firstIndex { $0.heading != nil } ?? chunks.endIndex
            foldOne(chunks[start..<end])
            start = end
        }
    }

    private mutating func foldOne(_ chunks: ArraySlice<RenderedChunk>) {
        html += "<details class=\"diff-fold\"><summary>".utf8
        if let heading = chunks.first?.heading {
            html += "<b>".utf8
            html.appendEscapedText(heading)
            html += "</b> ".utf8
        }
        html.appendEscapedText(phrases.unchanged(chunks.reduce(0) { $0 + $1.leaves }).utf8)
        html += "</summary>".utf8
        for chunk in chunks { html += output[chunk.range] }
        html += "</details>".utf8
    }
}
