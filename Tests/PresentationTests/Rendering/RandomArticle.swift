import TestSupport

/// Articles as the sanitiser might write them, and others made from them by edits: every kind of element, in any order and depth
/// that HTML allows, valid or strange.
struct RandomArticle {
    indirect enum Part {
        case text(String)
        case element(name: String, attributes: String, [Part])
        case void(String)
    }

    private(set) var parts: [Part] = []

    private static let words = [
        "oak", "elm", "a", "the", "river", "&amp;", "b&lt;c", "über", "漢字", "e\u{301}x", "👩‍👩‍👧", "x|y", "\u{F0001}", "stone", "of", "one,",
        "two.",
    ]

    init(_ random: inout SeededGenerator) {
        parts = (0..<random.below(9)).map { _ in Self.block(&random, depth: 0) }
    }

    var html: String { parts.map(Self.html).joined(separator: "\n") }

    /// The same with some parts changed, gone, come, moved, wrapped or unwrapped.
    func edited(_ random: inout SeededGenerator) -> RandomArticle {
        var copy = self
        copy.parts = Self.edited(parts, &random, isLine: false)
        if copy.parts.count > 1, random.oneIn(3) {
            let part = copy.parts.remove(at: random.below(copy.parts.count))
            copy.parts.insert(part, at: random.below(copy.parts.count + 1))
        }
        return copy
    }

    private static func html(_ part: Part) -> String {
        switch part {
        case .text(let text): text
        case .element(let name, let attributes, let parts): "<\(name)\(attributes)>" + parts.map(html).joined() + "</\(name)>"
        case .void(let tag): tag
        }
    }

    private static func line(_ random: inout SeededGenerator, depth: Int = 0) -> [Part] {
        (0..<1 + random.below(4)).map { _ in
            let inner = depth < 3 ? random.below(14) : 0
            switch inner {
            case 1: return .element(name: "em", attributes: "", line(&random, depth: depth + 1))
            case 2: return .element(name: "a", attributes: " href=\"/\(random.below(3))\"", [.text(text(&random))])
            case 3: return .void("<img src=\"\(random.below(3)).png\" alt=\"\" loading=\"lazy\">")
            case 4:
                return .element(
                    name: "span", attributes: " class=\"math math-inline\"", [.element(name: "code", attributes: "", [.text("x")])])
            case 5: return .void("<br>")
            case 6: return .element(name: "span", attributes: " id=\"user-content-\(random.below(4))\"", [])
            case 7: return .element(name: "strong", attributes: " id=\"user-content-\(random.below(4))\"", line(&random, depth: depth + 1))
            case 8: return .element(name: "sup", attributes: " class=\"footnote-ref\" id=\"fn\(random.below(9))\"", [.text("1")])
            default: return .text(text(&random))
            }
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        (0..<1 + random.below(5)).map { _ in words[random.below(words.count)] }.joined(separator: random.oneIn(5) ? "\n" : " ") + " "
    }

    private static func block(_ random: inout SeededGenerator, depth: Int) -> Part {
        let kind = depth < 4 ? random.below(14) : 0
        func blocks(_ random: inout SeededGenerator) -> [Part] { (0..<random.below(4)).map { _ in block(&random, depth: depth + 1) } }
        switch kind {
        case 1: return .element(name: "h2", attributes: " id=\"h\(random.below(5))\"", line(&random))
        case 2, 3:
            let items = (0..<random.below(5)).map { _ in
                Part.element(name: "li", attributes: "", random.oneIn(2) ? line(&random) : line(&random) + blocks(&random))
            }
            return .element(name: random.oneIn(2) ? "ul" : "ol", attributes: "", items)
        case 4: return .element(name: "blockquote", attributes: "", blocks(&random))
        case 5, 6: return table(&random, depth: depth)
        case 7:
            let code = (0..<random.below(6)).map { _ in text(&random) + "\n" }
            let spans = code.map {
                random.oneIn(3) ? Part.element(name: "span", attributes: " class=\"tok-string\"", [.text($0)]) : .text($0)
            }
            return .element(name: "pre", attributes: "", [.element(name: "code", attributes: "", spans)])
        case 8: return .void("<hr>")
        case 9:
            return .element(name: "details", attributes: "", [.element(name: "summary", attributes: "", line(&random))] + blocks(&random))
        case 10: return .element(name: "div", attributes: "", line(&random) + blocks(&random) + line(&random))
        case 11: return .element(name: "a", attributes: " href=\"/b\"", [block(&random, depth: depth + 1)])
        case 12: return .text(text(&random))
        default: return .element(name: "p", attributes: "", line(&random))
        }
    }

    private static func table(_ random: inout SeededGenerator, depth: Int) -> Part {
        let width = 1 + random.below(3)
        let rows = (0..<1 + random.below(4)).map { row in
            Part.element(
                name: "tr", attributes: "",
                (0..<width).map { _ in
                    .element(
                        name: row == 0 ? "th" : "td", attributes: "", random.oneIn(9) ? [block(&random, depth: depth + 1)] : line(&random))
                })
        }
        return .element(
            name: "div", attributes: " class=\"table-wrap\" tabindex=\"0\"",
            [.element(name: "table", attributes: "", [.element(name: "tbody", attributes: "", rows)])])
    }

    private static func edited(_ parts: [Part], _ random: inout SeededGenerator, isLine: Bool) -> [Part] {
        var result: [Part] = []
        for part in parts {
            switch random.below(12) {
            case 0: continue
            case 1: result += [isLine ? .text(text(&random)) : block(&random, depth: 2), part]
            case 2 where !isLine: result.append(block(&random, depth: 1))
            default: result.append(edited(part, &random))
            }
        }
        return result
    }

    private static let lines: Set<String> = ["p", "h2", "em", "a", "strong", "span", "code", "pre", "summary", "sup", "td", "th"]

    private static func edited(_ part: Part, _ random: inout SeededGenerator) -> Part {
        switch part {
        case .text(let words): return .text(random.oneIn(4) ? text(&random) : words)
        case .void: return part
        // A footnote's number is no word.
        case .element("sup", _, _): return part
        case .element(let name, let attributes, let parts):
            if ["ul", "ol", "tbody", "table", "tr", "div"].contains(name) {
                return .element(name: name, attributes: attributes, parts.filter { _ in !random.oneIn(8) }.map { edited($0, &random) })
            }
            let renamed = name == "p" && random.oneIn(8) ? "h2" : name == "ul" && random.oneIn(8) ? "ol" : name
            return .element(name: renamed, attributes: attributes, edited(parts, &random, isLine: lines.contains(name)))
        }
    }
}
