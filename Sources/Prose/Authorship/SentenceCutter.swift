/// Cuts the words and signs of one chunk of a text into sentences.
///
/// A sentence ends before white space that follows a full stop, question or exclamation mark, colon or semicolon (closing
/// signs may stand between), after such a mark of Chinese or Japanese, and at a line's end after `{` or `}`. One that grows long is cut
/// at a word chosen by its own hash, so that an edit moves no cut but those beside it (the content-defined chunks of
/// A. Muthitacharoen, B. Chen and D. Mazières, "A Low-bandwidth Network File System", 2001).
struct SentenceCutter {
    /// A sentence of this many words and signs may be cut at any of a sixteenth of all words.
    private static let mayEnd = 48
    /// No sentence has more.
    static let mostTokens = 160

    private var count = 0
    private var isEnded = false
    private var endsLine = false
    private var isFull = false

    /// Whether a sentence begins with this token; `text` is that of the token.
    mutating func begins(with token: SolidToken, in text: [UInt8]) -> Bool {
        let begins = isFull || (isEnded && token.gap != .none) || (endsLine && token.gap == .line)
        count = begins ? 1 : count + 1
        if begins { isEnded = false }
        note(token, text)
        return begins
    }

    private mutating func note(_ token: SolidToken, _ text: [UInt8]) {
        let (first, last) = (text[token.range.lowerBound], text[token.range.upperBound - 1])
        isFull = count >= SentenceCutter.mostTokens || (count >= SentenceCutter.mayEnd && token.hash & 0xF00 == 0)
        endsLine = false
        guard token.shape == 0 else {
            isEnded = false
            return
        }
        switch first {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): isEnded = true
        case UInt8(ascii: "{"), UInt8(ascii: "}"): endsLine = true
        // The full stops and marks of Chinese and Japanese: U+3002, U+FF01, U+FF1F.
        case 0xE3 where last == 0x82 && text[token.range.lowerBound + 1] == 0x80: isFull = true
        case 0xEF where (last == 0x81 || last == 0x9F) && text[token.range.lowerBound + 1] == 0xBC: isFull = true
        default: break
        }
    }
}
