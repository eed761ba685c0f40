/// A word or a sign of Swift code.
struct SwiftToken: Sendable, Equatable {
    /// A whole identifier or number, or one sign.
    let text: String
    /// The line, counted from 1.
    let line: Int
    /// Whether no space stands before it: `try!` and `try !done` differ only in that.
    let isAttached: Bool

    /// The tokens of code whose comments and texts are already blank.
    static func all(in code: [UInt8]) -> [SwiftToken] {
        var tokens: [SwiftToken] = []
        var line = 1
        var index = 0
        var isAttached = false
        while index < code.count {
            let start = index
            while index < code.count, isWord(code[index]) { index += 1 }
            if index == start { index += 1 }
            let isBlank = index == start + 1 && code[start] <= UInt8(ascii: " ")
            if code[start] == UInt8(ascii: "\n") { line += 1 }
            if !isBlank {
                let text = String(decoding: code[start..<index], as: UTF8.self)
                tokens.append(SwiftToken(text: text, line: line, isAttached: isAttached))
            }
            isAttached = !isBlank
        }
        return tokens
    }

    /// Whether a byte belongs to a name or a number.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "`"), 0x80...:
            true
        default: false
        }
    }
}
