/// Separates code from text and comments in a Swift file.
///
/// It knows nested comments, raw and multi-line strings, interpolations inside them, and regular-expression
/// literals; a bare `/…/` is taken for one only where an expression can begin and it closes on its line.
struct SwiftLexer {
    private(set) var code: [UInt8]
    private(set) var literals: [SwiftSource.Literal] = []
    private(set) var comments: [Int: Bool] = [:]

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        code = bytes
    }

    mutating func run() {
        while index < bytes.count { scanCode(isInterpolation: false) }
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        index + offset < bytes.count ? bytes[index + offset] : 0
    }

    private func at(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { $0.indices.allSatisfy { byte($0) == text.utf8Start[$0] } }
    }

    /// Moves on, leaving the byte in the code or not.
    private mutating func advance(keeping: Bool) {
        if bytes[index] == UInt8(ascii: "\n") {
            line += 1
        } else if !keeping {
            code[index] = UInt8(ascii: " ")
        }
        index += 1
    }

    /// Reads code up to the end, or up to the parenthesis that closes an interpolation.
    private mutating func scanCode(isInterpolation: Bool) {
        var depth = 0
        while index < bytes.count {
            if at("//") || at("/*") {
                scanComment()
            } else if byte() == UInt8(ascii: "#") || byte() == UInt8(ascii: "\"") {
                scanHashesAndQuotes()
            } else if byte() == UInt8(ascii: "/"), let end = endOfBareExpression() {
                while index < end { advance(keeping: false) }
            } else {
                if byte() == UInt8(ascii: "(") { depth += 1 }
                if byte() == UInt8(ascii: ")") { depth -= 1 }
                advance(keeping: true)
                if isInterpolation && depth == 0 { return }
            }
        }
    }

    private mutating func scanComment() {
        let isDocumentation = at("///") || at("/**")
        comments[line] = comments[line] == true || isDocumentation
        if at("//") {
            while index < bytes.count, byte() != UInt8(ascii: "\n") { advance(keeping: false) }
            return
        }
        var depth = 0
        repeat {
            let step = at("/*") ? 1 : at("*/") ? -1 : 0
            depth += step
            for _ in 0..<(step == 0 ? 1 : 2) where index < bytes.count { advance(keeping: false) }
            comments[line] = comments[line] == true || isDocumentation
        } while depth > 0 && index < bytes.count
    }

    /// At a `#` or a quote: a string, an extended regular expression, or a plain `#if`.
    private mutating func scanHashesAndQuotes() {
        var hashes = 0
        while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
        switch byte(hashes) {
        case UInt8(ascii: "\""):
            for _ in 0..<hashes { advance(keeping: false) }
            scanString(hashes: hashes)
        case UInt8(ascii: "/") where hashes > 0:
            for _ in 0...hashes { advance(keeping: false) }
            while index < bytes.count, !(byte() == UInt8(ascii: "/") && areHashes(hashes, from: 1)) { advance(keeping: false) }
            for _ in 0...hashes where index < bytes.count { advance(keeping: false) }
        default:
            for _ in 0..<max(hashes, 1) { advance(keeping: true) }
        }
    }

    private func areHashes(_ count: Int, from offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
    }

    private mutating func scanString(hashes: Int) {
        let quotes = at("\"\"\"") ? 3 : 1
        for _ in 0..<quotes { advance(keeping: true) }
        var text: [UInt8] = []
        while index < bytes.count {
            let isQuote = byte() == UInt8(ascii: "\"")
            if isQuote && (quotes == 1 || at("\"\"\"")) && areHashes(hashes, from: quotes) { break }
            if byte() == UInt8(ascii: "\n") {
                keep(&text)
                if quotes == 1 { return }
                advance(keeping: false)
            } else if byte() == UInt8(ascii: "\\") && areHashes(hashes, from: 1) {
                for _ in 0...hashes { advance(keeping: false) }
                scanEscape(into: &text)
            } else {
                text.append(byte())
                advance(keeping: false)
            }
        }
        keep(&text)
        for _ in 0..<quotes where index < bytes.count { advance(keeping: true) }
        for _ in 0..<hashes where index < bytes.count { advance(keeping: false) }
    }

    private mutating func scanEscape(into text: inout [UInt8]) {
        guard index < bytes.count else { return }
        if byte() == UInt8(ascii: "(") {
            text += Array("\u{FFFC}".utf8)
            scanCode(isInterpolation: true)
        } else if byte() != UInt8(ascii: "\n") {
            text.append(byte())
            advance(keeping: false)
        }
    }

    private mutating func keep(_ text: inout [UInt8]) {
        if !text.isEmpty { literals.append(.init(line: line, text: String(decoding: text, as: UTF8.self))) }
        text = []
    }

    /// Where a bare regular expression that begins here ends; `nil` where the slash divides.
    private func endOfBareExpression() -> Int? {
        var before = index - 1
        while before >= 0, bytes[before] == UInt8(ascii: " ") { before -= 1 }
        let begins = before < 0 || "(,=:[{\n".utf8.contains(bytes[before])
        guard begins, byte(1) != UInt8(ascii: " "), byte(1) != UInt8(ascii: "\n") else { return nil }
        var end = index + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            if bytes[end] == UInt8(ascii: "\\") { end += 1 } else if bytes[end] == UInt8(ascii: "/") { return end + 1 }
            end += 1
        }
        return nil
    }
}
