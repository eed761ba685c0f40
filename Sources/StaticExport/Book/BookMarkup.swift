import Markup

/// Writes an article as XHTML that a validator of books takes, whatever its author wrote.
///
/// The article is safe already. What is mended here is its form: elements stand only where the content models allow them, names
/// of places are unique, what is obsolete in HTML or needs a script becomes something plain. A block among words becomes a
/// `span` that looks like one; words among the parts of a list or table get the part around them that is missing. One walk,
/// without recursion.
struct BookMarkup {
    /// An element whose end has not come.
    struct Open {
        /// How it is written.
        var name: String
        /// What may stand in it.
        var model: BookElement.Model
        /// The index in the tree behind its last descendant.
        var end: Int
        /// Nobody wrote it.
        var isImplied = false
        /// Which names of places count in it.
        var scope: Int
        /// It is a link, in which no other may stand.
        var isLink = false
        /// It is a numbered list, whose entries may have numbers of their own.
        var isNumbered = false
        /// How many footnotes stand in it so far; nil where it is no list of them.
        var notes: Int?
        /// What stands in it so far, where the order of parts matters.
        var seen: Set<String> = []
    }

    /// Elements nested deeper are left out; their content stays.
    private static let depthLimit = 240

    let tree: BookTree
    /// True for an EPUB, whose vocabulary HTML does not have.
    let isEPUB: Bool
    var output = BookText()
    var open: [Open] = []
    var scopes = 0

    /// - Parameter prefix: what the names of all places begin with.
    init(_ html: SafeHTML, isEPUB: Bool, prefix: String) {
        tree = BookTree(Array(html.string.utf8))
        self.isEPUB = isEPUB
        output.places = BookPlaces(prefix: prefix)
    }

    /// The article.
    consuming func text() -> BookText {
        var index = 0
        while index < tree.nodes.count {
            close(before: index)
            index = enter(index) ? index + 1 : tree.nodes[index].end
        }
        close(before: .max)
        return output
    }

    /// What may stand at this place.
    var model: BookElement.Model { open.last?.model ?? .flow }
    /// Which names of places count here.
    var scope: Int { open.last?.scope ?? 0 }
    /// Whether a link is open.
    var isInLink: Bool { open.contains { $0.isLink } }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index || index == .max { closeLast() }
    }

    mutating func closeLast() {
        guard let last = open.popLast() else { return }
        if last.name == "dl", last.seen.contains("dt"), !last.seen.contains("dd") { output.append(emptyElement("dd")) }
        output.append(endTag(last.name))
    }

    /// Writes the start of a node; false where its content is left out.
    private mutating func enter(_ index: Int) -> Bool {
        guard let name = tree.nodes[index].name else {
            writeText(index)
            return true
        }
        guard let element = BookElement.of(name), open.count < Self.depthLimit else { return true }
        switch element.kind {
        case .dropped: return false
        case .special: return enterSpecial(index, name)
        case .void:
            implyWords()
            output.append(voidElement(name == "hr" && model == .phrasing ? "br" : name))
            return true
        case .inline:
            implyWords()
            let isNested = element.name == "dfn" && open.contains { $0.name == "dfn" }
            push(isNested ? "span" : element.name, index, .phrasing, marks: [element.mark])
            return true
        case .block:
            enterBlock(index, element)
            return true
        case .part(let model):
            enterPart(index, element, of: model)
            return true
        }
    }

    private mutating func writeText(_ index: Int) {
        let isStructure = model != .flow && model != .phrasing
        if !isStructure || !tree.isBlank(index) {
            implyWords()
            output.appendEscaped(tree.html[tree.nodes[index].range])
        }
    }

    /// Writes a start tag, and holds the element open.
    mutating func push(_ name: String, _ index: Int, _ model: BookElement.Model, marks: [String?] = [], more: String = "") {
        var element = Open(name: name, model: model, end: tree.nodes[index].end, scope: scope)
        let attributes = BookAttributes(tree.attributes(of: index), of: name, isInNumberedList: open.last?.isNumbered ?? false)
        if attributes.classes.contains("embed") {
            scopes += 1
            element.scope = scopes
        }
        element.isNumbered = name == "ol"
        if attributes.classes.contains("math") { output.hasMath = true }
        output.append(startTag(name) + more)
        output.append(attributes.written(marks: marks.compactMap { $0 }))
        if let place = attributes.place, let id = output.places.add(place, scope: element.scope) { output.append(" id=\"\(id)\"") }
        output.append(">")
        open.append(element)
    }

    /// The beginning of a tag, up to its attributes.
    func startTag(_ name: String) -> String { "<" + name }

    func endTag(_ name: String) -> String { "</" + name + ">" }

    func voidElement(_ name: String) -> String { startTag(name) + "/>" }

    func emptyElement(_ name: String) -> String { startTag(name) + ">" + endTag(name) }
}
