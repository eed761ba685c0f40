/// A run of text that is marked or not, such as a hit of a search.
package struct MarkedText: TemplateView {
    private let text: [UInt8]
    private let isMarked: Bool

    package init(_ text: [UInt8], isMarked: Bool) {
        self.text = text
        self.isMarked = isMarked
    }

    package init(_ text: String, isMarked: Bool) { self.init(Array(text.utf8), isMarked: isMarked) }

    package var fields: [String: TemplateValue] { ["text": .text(bytes: lineWithoutEnd), "isMarked": .flag(isMarked)] }

    private var lineWithoutEnd: [UInt8] {
        var bytes = text[...]
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return Array(bytes)
    }
}
