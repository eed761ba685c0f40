extension Sanitiser {
    /// Writes the start of an author's element that has a rule; false where its content is left out with it.
    mutating func enter(_ index: Int, _ rule: ElementRule) -> Bool {
        let node = tree.nodes[index]
        switch rule.shape {
        case .inline:
            output.parts.append(startTag(node, rule))
            push(OpenElement(end: node.end, closing: "</" + rule.name + ">"))
        case .block:
            output.parts.append(startTag(node, rule))
            push(OpenElement(end: node.end, closing: "</" + rule.name + ">", isBlock: true))
        case .void:
            output.parts.append(startTag(node, rule))
            endLine()
        case .heading(let level): enterHeading(index, rule, level)
        case .anchor: enterAnchor(node)
        case .image: writeImage(node)
        case .media(let kind): return enterMedia(index, rule, kind)
        case .table:
            output.parts.append("<div class=\"table-wrap\" tabindex=\"0\">" + startTag(node, rule))
            push(OpenElement(end: node.end, closing: "</table></div>", isBlock: true))
        case .ours: break
        case .dropped: return false
        }
        return true
    }

    /// The start tag with the attributes that authors may set.
    private mutating func startTag(_ node: HTMLTree.Node, _ rule: ElementRule, without left: String = "") -> String {
        var tag = "<" + rule.name
        for attribute in tree.attributes[node.range] {
            let name = String(decoding: tree.text[attribute.name], as: UTF8.self)
            let value = tree.text[attribute.value]
            guard name != left, ElementRule.commonAttributes.contains(name) || rule.attributes.contains(name) else { continue }
            if name == "id" {
                if let place = place(value) { tag += place }
            } else if AttributeRule.accepts(value, for: name) {
                tag += " " + name + "=\"" + escapedHTML(value) + "\""
            }
        }
        return tag + ">"
    }

    /// An author's name for a place, under our prefix.
    private mutating func place(_ name: ArraySlice<UInt8>) -> String? {
        guard !name.isEmpty, name.count <= 200, !name.contains(where: { $0 <= 32 }) else { return nil }
        let bare = name.starts(with: PagePlaces.prefix.utf8) ? name.dropFirst(PagePlaces.prefix.utf8.count) : name
        output.places.insert(anchor: PagePlaces.prefix + String(decoding: bare, as: UTF8.self))
        return " id=\"" + PagePlaces.prefix + escapedHTML(bare) + "\""
    }

    private mutating func enterHeading(_ index: Int, _ rule: ElementRule, _ level: Int) {
        let node = tree.nodes[index]
        guard index >= headingEnd else {
            // A heading within a heading has no words of its own.
            output.parts.append(startTag(node, rule, without: "id"))
            return push(OpenElement(end: node.end, closing: "</" + rule.name + ">", isBlock: true))
        }
        headingEnd = node.end
        let text = words(below: index)
        let anchor = anchors.next(for: text)
        output.headings.append(Heading(level: level, anchor: anchor, text: text))
        output.places.insert(heading: anchor)
        var tag = startTag(node, rule, without: "id")
        tag.insert(contentsOf: " id=\"" + escapedHTML(anchor) + "\"", at: tag.index(tag.startIndex, offsetBy: 3))
        // Both the author's own name and ours must lead here.
        if let own = tree.value("id", of: node), let place = place(own) { tag += "<span" + place + "></span>" }
        output.parts.append(tag)
        push(OpenElement(end: node.end, closing: "</" + rule.name + ">", isBlock: true))
    }

    private mutating func enterAnchor(_ node: HTMLTree.Node) {
        let name = tree.value("id", of: node) ?? tree.value("name", of: node)
        guard anchorDepth == 0, let address = tree.value("href", of: node) else { return writePlace(name) }
        var link = DocumentLink(kind: .markdown, target: "")
        link.title = title(node)
        switch LinkDestination(address) {
        case .refused: return writePlace(name)
        case .mail(let address): output.parts.append("<a href=\"" + escapedHTML(address) + "\">")
        case .fragment(let fragment):
            output.parts.append("<a href=\"")
            output.parts.appendFragment(Array(fragment.utf8))
            output.parts.append("\">")
        case .web(let address):
            link.target = address
            link.isAbsolute = true
            return pushSlot(link, node, name)
        case .relative(let path, let query, let fragment):
            (link.target, link.query, link.fragment) = (path, query, fragment)
            return pushSlot(link, node, name)
        }
        if let name { writePlace(name) }
        push(OpenElement(end: node.end, closing: "</a>", isAnchor: true))
    }

    private mutating func pushSlot(_ link: DocumentLink, _ node: HTMLTree.Node, _ name: ArraySlice<UInt8>?) {
        writePlace(name)
        appendSlot(link)
        push(OpenElement(end: node.end, closing: "</a>", link: output.links.count - 1, isAnchor: true))
    }

    /// `<a name="x">` without an address marks a place.
    private mutating func writePlace(_ name: ArraySlice<UInt8>?) {
        if let place = name.flatMap({ place($0) }) { output.parts.append("<span" + place + "></span>") }
    }

    private func title(_ node: HTMLTree.Node) -> String? {
        tree.value("title", of: node).flatMap { $0.isEmpty || $0.count > 1000 ? nil : String(decoding: $0, as: UTF8.self) }
    }

    private func pixels(_ name: String, _ node: HTMLTree.Node) -> Int? {
        tree.value(name, of: node).flatMap { ImageSize.pixels(String(decoding: $0.trimmingBlanks, as: UTF8.self)) }
    }

    private mutating func writeImage(_ node: HTMLTree.Node) {
        var link = DocumentLink(
            kind: .image, target: "", text: tree.value("alt", of: node).map { String(decoding: $0, as: UTF8.self) } ?? "")
        link.title = title(node)
        link.width = pixels("width", node)
        link.height = pixels("height", node)
        link.alignment = tree.value("align", of: node).map { String(decoding: $0, as: UTF8.self).lowercased() }
            .flatMap { ["left", "right", "center", "top", "middle", "bottom"].contains($0) ? $0 : nil }
        guard readSource(tree.value("src", of: node), into: &link) else {
            output.parts.appendEscaped(link.text.utf8)
            return
        }
        appendSlot(link)
    }

    /// Reads where an image or recording is; false where it may not be shown.
    private func readSource(_ address: ArraySlice<UInt8>?, into link: inout DocumentLink) -> Bool {
        switch address.map({ LinkDestination($0) }) {
        case .web(let address):
            link.target = address
            link.isAbsolute = true
        case .relative(let path, let query, let fragment):
            (link.target, link.query, link.fragment) = (path, query, fragment)
        case .mail, .fragment, .refused, nil: return false
        }
        return !link.target.isEmpty
    }

    /// The source is the element's own or that of its first `source`.
    private mutating func enterMedia(_ index: Int, _ rule: ElementRule, _ kind: DocumentLink.Kind) -> Bool {
        let node = tree.nodes[index]
        var address = tree.value("src", of: node)
        var child = index + 1
        while address == nil, child < min(node.end, index + 20) {
            address = tree.value("src", of: tree.nodes[child])
            child += 1
        }
        var link = DocumentLink(kind: kind, target: "", title: title(node), width: pixels("width", node), height: pixels("height", node))
        guard readSource(address, into: &link) else { return true }
        appendSlot(link)
        push(OpenElement(end: node.end, closing: "</" + rule.name + ">"))
        return true
    }
}
