/// People's text, escaped scalar by scalar so that it is inert in HTML content and in quoted attributes.
///
/// Escaping goes by scalar and never by `Character`: in `x"` + U+0301 the quote is part of a larger grapheme, and would stay raw.
package struct EscapedText: Sendable, Hashable {
    /// The escaped text.
    package let string: String

    /// Escapes for display. Control characters and the bidirectional overrides, with which a name can rewrite the line around it, show as U+FFFD.
    package init(_ raw: String) {
        string = escapedHTML(raw)
    }

    /// Escapes bytes that may not be UTF-8, such as names from a git history. What is not UTF-8 shows as U+FFFD.
    package init(bytes: some Sequence<UInt8>) {
        string = escapedHTML(bytes)
    }

    /// Escapes for display, and keeps line ends as they are: a browser reads a bare CR LF as one character, so whoever counts places in what is
    /// shown would count too few. A CR alone stands for a line end itself, and stays bare.
    package init(keepingLineEnds bytes: some Sequence<UInt8>) {
        let escaped = escapedHTML(bytes)
        guard escaped.utf8.contains(0x0D) else {
            string = escaped
            return
        }
        var output: [UInt8] = []
        var isReturn = false
        for byte in escaped.utf8 {
            if isReturn { output += Array((byte == 0x0A ? "&#13;" : "\r").utf8) }
            isReturn = byte == 0x0D
            if !isReturn { output.append(byte) }
        }
        if isReturn { output.append(0x0D) }
        string = String(decoding: output, as: UTF8.self)
    }

    /// Escapes what HTML needs and changes nothing else: for a `textarea`, whose text comes back and is saved. Only NUL, which HTML cannot carry, is lost.
    package init(verbatim raw: String) {
        var output: [UInt8] = []
        output.reserveCapacity(raw.utf8.count + raw.utf8.count / 16)
        for byte in raw.utf8 { output.appendEscaped(byte) }
        string = String(decoding: output, as: UTF8.self)
    }
}
