import CHighlight

/// Colours code by GNU Source-highlight, within bounds that depend on the text alone, so the same page always gives the same document.
///
/// The library's regular expressions take time that grows with the square of a line (65 KB of brackets on one line: 15 s). A long line
/// is therefore plain, and every line spends its square from a budget for the whole page; what comes after is plain.
struct CodeHighlighter {
    /// Where Debian's libsource-highlight-common keeps the definitions. Without it code is plain.
    private static let dataFolder = "/usr/share/source-highlight"
    /// Blocks above this many bytes are plain.
    private static let blockLimit = 64 << 10
    private static let lineLimit = 400

    /// About 0.2 s.
    private var budget = 48_000_000

    /// Appends code, escaped, with the parts it knows in spans.
    mutating func append(_ code: ArraySlice<UInt8>, _ language: CodeLanguage?, to output: inout [UInt8]) {
        guard code.count <= Self.blockLimit, budget > 0, let definition = language?.definition,
            let session = stemma_highlight_begin(Self.dataFolder, definition)
        else { return output.appendEscaped(contentsOf: code) }
        defer { stemma_highlight_end(session) }
        var lineStart = code.startIndex
        while lineStart < code.endIndex {
            let lineEnd = code[lineStart...].firstIndex(of: 10) ?? code.endIndex
            appendLine(code[lineStart..<lineEnd], session, to: &output)
            if lineEnd < code.endIndex { output.append(10) }
            lineStart = lineEnd + 1
        }
    }

    private mutating func appendLine(_ line: ArraySlice<UInt8>, _ session: OpaquePointer, to output: inout [UInt8]) {
        let cost = line.count * line.count + 64
        guard !line.isEmpty, line.count <= Self.lineLimit, cost <= budget else { return output.appendEscaped(contentsOf: line) }
        budget -= cost
        var writer = TokenWriter()
        let isDone = line.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &writer) { writer in
                stemma_highlight_line(session, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, receiveToken, writer)
            }
        }
        // Where the library gave up or lost a byte, the line stands as it was written.
        if isDone == 1, writer.count == line.count {
            writer.close()
            output.append(contentsOf: writer.html)
        } else {
            output.appendEscaped(contentsOf: line)
        }
    }
}

/// Collects the tokens of one line; neighbours of one class share a span.
private struct TokenWriter {
    var html: [UInt8] = []
    var count = 0
    private var open: TokenClass?

    mutating func append(_ element: String, _ text: UnsafeRawBufferPointer) {
        count += text.count
        let token = TokenClass(element: element)
        if token != open {
            close()
            if let token { html.append(contentsOf: "<span class=\"tok-\(token.rawValue)\">".utf8) }
            open = token
        }
        html.appendEscaped(contentsOf: text)
    }

    mutating func close() {
        if open != nil { html.append(contentsOf: "</span>".utf8) }
        open = nil
    }
}

private let receiveToken: stemma_highlight_sink = { context, element, text, length in
    guard let context, let element, let text else { return }
    let writer = context.assumingMemoryBound(to: TokenWriter.self)
    writer.pointee.append(String(cString: element), UnsafeRawBufferPointer(start: text, count: length))
}
