extension BookMarkup {
    /// Writes the start of an element that has a function of its own; false where its content is left out.
    mutating func enterSpecial(_ index: Int, _ name: String) -> Bool {
        switch name {
        case "a":
            implyWords()
            enterLink(index)
        case "bdo":
            implyWords()
            let attributes = BookAttributes(tree.attributes(of: index), of: name, isInNumberedList: false)
            push(attributes.hasDirection ? "bdo" : "span", index, .phrasing)
        case "figcaption": enterCaption(index)
        case "img":
            implyWords()
            writePicture(index)
        case "input":
            implyWords()
            let isChecked = tree.attributes(of: index).contains { $0.name == "checked" }
            output.append(isChecked ? "\u{2611}" : "\u{2610}")
        case "ruby", "rt":
            implyWords()
            enterRuby(index, name)
        default:
            implyWords()
            return enterRecording(index)
        }
        return true
    }

    /// A caption is the first or last part of its figure, and the only one.
    private mutating func enterCaption(_ index: Int) {
        let parent = tree.nodes[index].parent
        guard let place = open.indices.last, open[place].name == "figure", parent >= 0, tree.nodes[parent].name == "figure",
            open[place].seen.insert("figcaption").inserted
        else { return enterBlock(index, BookElement(name: "div", kind: .block, model: .flow, mark: "figcaption")) }
        let parts = tree.children(of: parent)
        guard parts.first == index || parts.last == index else {
            return enterBlock(index, BookElement(name: "div", kind: .block, model: .flow, mark: "figcaption"))
        }
        push("figcaption", index, .flow)
    }

    /// Ruby that does not end in its annotation is words.
    private mutating func enterRuby(_ index: Int, _ name: String) {
        if name == "ruby" {
            let parts = tree.children(of: index).filter { tree.nodes[$0].name != "rp" }
            let isRuby = parts.first.map { tree.nodes[$0].name != "rt" } == true && parts.last.map { tree.nodes[$0].name == "rt" } == true
            let isNested = open.contains { $0.name == "ruby" }
            push(isRuby && !isNested ? "ruby" : "span", index, .phrasing)
        } else {
            push(open.last?.name == "ruby" ? "rt" : "span", index, .phrasing, marks: open.last?.name == "ruby" ? [] : ["ruby-note"])
        }
    }

    // MARK: Links

    private mutating func enterLink(_ index: Int) {
        let attributes = tree.attributes(of: index)
        let written = attributes.first { $0.name == "href" }.map { XMLText.unescaped($0.value) }
        guard let written, !isInLink, let target = BookReference(written) else {
            if let written, !isInLink { output.note(lost: written) }
            return push("span", index, .phrasing, marks: written == nil && !isInLink ? ["unlinked"] : [])
        }
        var more = ""
        let classes = attributes.first { $0.name == "class" }?.value ?? []
        if classes.elementsEqual("footnote-backref".utf8) {
            more = " role=\"doc-backlink\""
        } else if isReferenceToNote(tree.nodes[index].parent) {
            more = (isEPUB ? " epub:type=\"noteref\"" : "") + " role=\"doc-noteref\""
        }
        startLink(index, target, more)
    }

    private mutating func startLink(_ index: Int, _ target: BookReference, _ more: String) {
        let attributes = BookAttributes(tree.attributes(of: index), of: "a", isInNumberedList: false)
        output.append(startTag("a") + more)
        output.append(attributes.written(marks: []))
        switch target {
        case .place(var place):
            if place.section == nil { place.scope = scope }
            output.appendLink(place)
        case .web(let address):
            output.append(" href=\"")
            output.appendEscaped(Self.escaped(address))
            output.append("\"")
        case .picture, .name: break
        }
        output.append(">")
        open.append(Open(name: "a", model: .phrasing, end: tree.nodes[index].end, scope: scope, isLink: true))
    }

    private static func escaped(_ address: [UInt8]) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        XMLText.append(address, to: &result)
        return result[...]
    }

    private func isReferenceToNote(_ index: Int) -> Bool {
        guard index >= 0, tree.nodes[index].name == "sup" else { return false }
        return tree.attributes(of: index).contains { $0.name == "class" && $0.value.elementsEqual("footnote-ref".utf8) }
    }

    // MARK: What is shown in place

    private mutating func writePicture(_ index: Int) {
        let attributes = tree.attributes(of: index)
        let source = attributes.first { $0.name == "src" }.flatMap { BookReference(XMLText.unescaped($0.value)) }
        let words = attributes.first { $0.name == "alt" }?.value ?? []
        guard case .picture(let number)? = source else { return output.appendEscaped(words) }
        output.append(startTag("img") + " alt=\"")
        output.appendEscaped(words)
        output.append("\"")
        output.append(BookAttributes(attributes, of: "img", isInNumberedList: false).written(marks: []))
        output.appendPicture(number)
        output.append("/>")
    }

    /// A recording becomes a link to it; where it can't be linked, its name. What stands in it is for those who can't play it.
    private mutating func enterRecording(_ index: Int) -> Bool {
        let attributes = tree.attributes(of: index)
        let title = attributes.first { $0.name == "title" }?.value
        guard let source = attributes.first(where: { $0.name == "src" })?.value, let target = BookReference(XMLText.unescaped(source))
        else {
            push("span", index, .phrasing)
            return true
        }
        switch target {
        case .web(let address) where !isInLink:
            startLink(index, target, " class=\"recording\"")
            let name = address.split(separator: UInt8(ascii: "/")).last ?? []
            output.appendEscaped(title ?? Self.escaped(Array(name)))
        case .name(let name):
            push("span", index, .phrasing, marks: ["unlinked"])
            output.appendEscaped(title ?? Self.escaped(name))
        default: return true
        }
        return false
    }
}
