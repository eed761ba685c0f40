/// A rendered difference read back, as strictly as its tags allow: what a reader would see as the old text, and as the new one.
struct MarkedArticle {
    /// Why it is not well-formed; empty where it is.
    private(set) var faults: [String] = []
    /// Every `id`, in order.
    private(set) var places: [String] = []
    /// Every address within the page that our own marks lead to.
    private(set) var jumps: [String] = []
    private(set) var oldText = ""
    private(set) var newText = ""
    /// What our own marks say, in order.
    private(set) var notes: [String] = []
    /// The texts in `ins` and in `del`.
    private(set) var inserted: [String] = []
    private(set) var deleted: [String] = []
    /// Tags within which ours stand, such as `li`.
    private(set) var parents: Set<String> = []

    private enum Layer { case plain, inserted, deleted, said, moved }
    private static let void: Set<String> = ["br", "hr", "wbr", "col", "img", "input"]
    private static let blocks: Set<String> = [
        "p", "li", "ul", "ol", "td", "th", "tr", "table", "div", "blockquote", "pre", "details", "summary", "h1", "h2", "h3", "h4",
    ]
    private var isFoldOpening = false
    private var open: [(name: String, layer: Layer)] = []

    init(_ html: String) {
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            take(text: rest[..<start])
            guard let end = rest[start...].firstIndex(of: ">") else {
                faults.append("a tag without end")
                return
            }
            take(tag: rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        take(text: rest)
        if !open.isEmpty { faults.append("left open: \(open.map(\.name))") }
    }

    private mutating func take(tag: Substring) {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if open.popLast()?.name != name { faults.append("</\(name)> closes another") }
            if Self.blocks.contains(name) { breakLine() }
            return
        }
        let name = String(tag.prefix { $0 != " " })
        if let id = value("id", tag) { places.append(id) }
        let classes = value("class", tag) ?? ""
        if ["ins", "del"].contains(name), classes.hasPrefix("diff-") { check(name) }
        if classes.contains("diff-note") || classes.contains("diff-moved-away") || classes.hasPrefix("change-"),
            let href = value("href", tag)
        {
            jumps.append(href)
        }
        if Self.blocks.contains(name) { breakLine() }
        if name == "img" { add("[" + (value("src", tag) ?? "") + "]") }
        if !Self.void.contains(name) { open.append((name, layer(name, classes))) }
    }

    private mutating func check(_ name: String) {
        parents.insert(open.last?.name ?? "")
        if open.contains(where: { ["ins", "del"].contains($0.name) && ($0.layer == .inserted || $0.layer == .deleted) }) {
            faults.append("\(name) in a mark")
        }
        if ["ul", "ol", "table", "tbody", "thead", "tr"].contains(open.last?.name ?? "") {
            faults.append("\(name) in \(open.last?.name ?? "")")
        }
    }

    private mutating func layer(_ name: String, _ classes: String) -> Layer {
        let outer = open.last?.layer ?? .plain
        if outer == .said || outer == .moved { return outer }
        if ["diff-note", "diff-said", "diff-place"].contains(where: classes.contains) { return .said }
        if classes.contains("diff-moved-away") { return .moved }
        if name == "details", classes == "diff-fold" { isFoldOpening = true }
        if name == "summary", isFoldOpening {
            isFoldOpening = false
            return .said
        }
        if classes == "diff-ins" || classes.hasPrefix("diff-ins ") { return .inserted }
        if classes == "diff-del" || classes.hasPrefix("diff-del ") { return .deleted }
        return outer
    }

    private func value(_ name: String, _ tag: Substring) -> String? {
        guard let range = tag.firstRange(of: " \(name)=\"") else { return nil }
        return String(tag[range.upperBound...].prefix { $0 != "\"" })
    }

    private mutating func take(text: Substring) {
        if text.contains(">") || text.contains("\"") { faults.append("bare sign in \(text)") }
        guard !text.isEmpty else { return }
        switch open.last?.layer ?? .plain {
        case .said, .moved: notes.append(String(text))
        case .inserted: inserted.append(String(text))
        case .deleted: deleted.append(String(text))
        case .plain: break
        }
        add(String(text))
    }

    private mutating func add(_ text: String) {
        let layer = open.last?.layer ?? .plain
        if layer == .plain || layer == .deleted { oldText += text }
        if layer == .plain || layer == .inserted { newText += text }
    }

    private mutating func breakLine() {
        oldText += "\n"
        newText += "\n"
    }
}

extension String {
    /// Its words in order.
    var words: [String] { split { $0 == " " || $0 == "\n" }.map(String.init) }

    /// All of it but white space.
    var letters: [Unicode.Scalar] { unicodeScalars.filter { $0.value > 0x20 } }
}
