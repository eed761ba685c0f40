import Markup
import Wording

/// A template made ready for one language: what stands there as it is, phrases included, and what is asked of a view.
///
/// The steps lie in one array, and a section knows where it ends, so a screen is written in one pass. Nothing is escaped on the way:
/// ``TemplateValue`` holds nothing that would need it.
struct Template: Sendable {
    enum Step: Sendable {
        /// A part of `texts`.
        case text(Range<Int>)
        case value(String)
        /// What the innermost section is about: a text of a list.
        case element
        /// The steps up to `end`, for each view of it.
        case section(String, end: Int)
        /// The steps up to `end` where there is nothing of that name.
        case inverted(String, end: Int)
        /// Another template, by its place in the set.
        case partial(Int)
    }

    private(set) var texts: [UInt8] = []
    private(set) var steps: [Step] = []

    /// Where the last section ended: a text before it may not grow over its end.
    private var lastEnd = 0

    /// - Parameter numbers: the places of the templates that it may name.
    init(_ source: TemplateText, words: Phrasebook, numbers: [String: Int]) {
        var open: [Int] = []
        var place = 0
        for item in source.places {
            // Of two tags on a line none takes the whole of it, so no two ranges meet.
            add(source.bytes[place..<item.range.lowerBound])
            place = item.range.upperBound
            let name = item.tag.name
            switch item.tag.kind {
            case .value where name == ".": steps.append(.element)
            case .value: addValue(name, words)
            case .section, .inverted:
                open.append(steps.count)
                steps.append(item.tag.kind == .section ? .section(name, end: 0) : .inverted(name, end: 0))
            case .close: if let start = open.popLast() { close(start) }
            case .partial: if let number = numbers[name] { steps.append(.partial(number)) }
            case .comment, .forbidden: break
            }
        }
        add(source.bytes[place...])
    }

    private mutating func addValue(_ name: String, _ words: Phrasebook) {
        guard name.hasPrefix(Self.phrases) else { return steps.append(.value(name)) }
        let key = String(name.dropFirst(Self.phrases.count))
        if words.has(key) { add(EscapedText(words.text(key)).string.utf8) }
    }

    /// What the names of phrases begin with.
    private static let phrases = "say."

    private mutating func add(_ text: some Collection<UInt8>) {
        guard !text.isEmpty else { return }
        let start = texts.count
        texts.append(contentsOf: text)
        if case .text(let last)? = steps.last, steps.count > lastEnd {
            steps[steps.count - 1] = .text(last.lowerBound..<texts.count)
        } else {
            steps.append(.text(start..<texts.count))
        }
    }

    private mutating func close(_ start: Int) {
        lastEnd = steps.count
        switch steps[start] {
        case .section(let name, _): steps[start] = .section(name, end: steps.count)
        case .inverted(let name, _): steps[start] = .inverted(name, end: steps.count)
        case .text, .value, .element, .partial: break
        }
    }
}
