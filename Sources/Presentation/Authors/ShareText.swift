import Wording

/// A part of a whole in words: `62 %`, and `<1 %` for what is little but not nothing.
struct ShareText {
    let text: String

    /// - Parameter share: 0 to 1.
    init(_ share: Double, in context: ViewContext) {
        let percent = (min(max(share, 0), 1) * 100).rounded()
        let number = percent < 1 && share > 0 ? "<1" : String(Int(percent))
        text = context.words.text("authors.share", ["percent": .text(number)])
    }
}
