/// The attributes of an element as a book may have them: what is obsolete becomes a class, what is out of range goes.
struct BookAttributes {
    /// Words for a style sheet.
    private(set) var classes: [String] = []
    /// The name of the place, raw.
    private(set) var place: [UInt8]?
    private var kept: [(name: String, value: ArraySlice<UInt8>)] = []
    private let element: String

    /// Whether it says which way text runs.
    var hasDirection: Bool { kept.contains { $0.name == "dir" } }

    /// - Parameters:
    ///   - attributes: as they are written in the article.
    ///   - element: the element's name in the book.
    ///   - isInNumberedList: it is an entry of a numbered list.
    init(_ attributes: [(name: String, value: ArraySlice<UInt8>)], of element: String, isInNumberedList: Bool) {
        self.element = element
        for (name, value) in attributes {
            let text = String(decoding: value, as: UTF8.self)
            switch name {
            case "class": classes += text.split(separator: " ").map(String.init).filter { $0 != "missing" }
            case "id": place = XMLText.unescaped(value)
            case "align", "valign": takeAlignment(text.lowercased(), isVertical: name == "valign")
            case "lang": takeLanguage(value)
            case "dir": keep(name, Array(text.lowercased().utf8)[...], if: ["ltr", "rtl", "auto"].contains(text.lowercased()))
            case "title", "aria-label": keep(name, value, if: true)
            default: take(name, value, text, isInNumberedList)
            }
        }
    }

    private mutating func take(_ name: String, _ value: ArraySlice<UInt8>, _ text: String, _ isInNumberedList: Bool) {
        switch (element, name) {
        case ("td", "colspan"), ("th", "colspan"), ("td", "rowspan"), ("th", "rowspan"):
            takeNumber(name, text, 2...1000)
        case ("th", "scope"):
            keep(name, Array(text.lowercased().utf8)[...], if: ["row", "col", "rowgroup", "colgroup"].contains(text.lowercased()))
        case ("ol", "start"): takeNumber(name, text, -999_999...999_999)
        case ("li", "value"): if isInNumberedList { takeNumber(name, text, -999_999...999_999) }
        case ("ol", "type"): keep(name, value, if: ["1", "a", "A", "i", "I"].contains(text))
        case ("ol", "reversed"): keep(name, Array("reversed".utf8)[...], if: true)
        case ("img", "width"), ("img", "height"): takeNumber(name, text, 1...10_000)
        default: break
        }
    }

    private mutating func keep(_ name: String, _ value: ArraySlice<UInt8>, if isRight: Bool) {
        if isRight, !kept.contains(where: { $0.name == name }) { kept.append((name, value)) }
    }

    private mutating func takeNumber(_ name: String, _ text: String, _ range: ClosedRange<Int>) {
        guard let number = Int(text), range.contains(number) else { return }
        keep(name, Array(String(number).utf8)[...], if: true)
    }

    private mutating func takeAlignment(_ value: String, isVertical: Bool) {
        let known = isVertical ? ["top", "middle", "bottom"] : ["left", "right", "center", "justify", "top", "middle", "bottom"]
        if known.contains(value) { classes.append("align-" + value) }
    }

    /// The form of BCP 47; in XML both names say the same.
    private mutating func takeLanguage(_ value: ArraySlice<UInt8>) {
        let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = parts.enumerated().allSatisfy { number, part in
            (number == 0 ? 2...8 : 1...8).contains(part.count)
                && part.allSatisfy { ($0 | 32) &- 97 < 26 || (number > 0 && $0 &- 48 < 10) }
        }
        keep("lang", value, if: isTag)
        keep("xml:lang", value, if: isTag)
    }

    /// The attributes but for the place, each with a space before it.
    func written(marks: [String]) -> [UInt8] {
        var output: [UInt8] = []
        var all = kept
        let classes = classes + marks
        if !classes.isEmpty { all.insert(("class", Array(classes.joined(separator: " ").utf8)[...]), at: 0) }
        for (name, value) in all {
            output.append(contentsOf: " \(name)=\"".utf8)
            XMLText.append(escaped: value, to: &output)
            output.append(UInt8(ascii: "\""))
        }
        return output
    }
}
