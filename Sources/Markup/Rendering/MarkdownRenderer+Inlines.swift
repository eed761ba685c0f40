extension MarkdownRenderer {
    /// Writes the beginning of an inline node, or all of it.
    mutating func enterInline(_ index: Int) -> Step {
        switch tree.nodes[index].kind {
        case .text: writeEscaped(text(index))
        case .softBreak: write("\n")
        case .lineBreak: write("<br>\n")
        case .code:
            write("<code>")
            writeEscaped(text(index))
            write("</code>")
        case .htmlInline: RawHTML.append(text(index), to: &output.html)
        case .emphasis: return descend("<em>", "</em>")
        case .strong: return descend("<strong>", "</strong>")
        case .strikethrough: return descend("<del>", "</del>")
        case .mark: return descend("<mark>", "</mark>")
        case .link(let target, let title): return enterLink(target, title)
        case .image(let target, let title): writeImage(index, target, title)
        case .footnoteReference(let number): writeReference(number)
        case .wikilink(let isEmbed): writeWikilink(Wikilink(text(index), isEmbed: isEmbed), isEmbed: isEmbed)
        case .math(let isDisplay): writeMath(text(index), isBlock: false, isDisplay: isDisplay)
        case .comment: break
        default: return .descend(closing: "")
        }
        return .skip
    }

    private mutating func enterLink(_ target: Range<Int>, _ title: Range<Int>) -> Step {
        write("<a href=\"")
        writeEscaped(tree.text[target])
        if !title.isEmpty {
            write("\" title=\"")
            writeEscaped(tree.text[title])
        }
        return descend("\">", "</a>")
    }

    private mutating func writeImage(_ index: Int, _ target: Range<Int>, _ title: Range<Int>) {
        var description = tree.plainText(of: index)[...]
        var size: ImageSize?
        if let pipe = description.lastIndex(of: UInt8(ascii: "|")) {
            size = ImageSize(String(decoding: description[(pipe + 1)...].trimmingBlanks, as: UTF8.self))
            if size != nil { description = description[..<pipe] }
        }
        write("<img src=\"")
        writeEscaped(tree.text[target])
        write("\" alt=\"")
        writeEscaped(description)
        if !title.isEmpty {
            write("\" title=\"")
            writeEscaped(tree.text[title])
        }
        if let size {
            write("\" width=\"\(size.width)")
            if let height = size.height { write("\" height=\"\(height)") }
        }
        write("\">")
    }

    private mutating func writeReference(_ number: Int) {
        let occurrence = (references[number] ?? 0) + 1
        references[number] = occurrence
        let name = Self.referenceName(number, occurrence)
        write("<sup" + trusted(.attributes(" class=\"footnote-ref\" id=\"user-content-\(name)\"")) + ">")
        write("<a" + trusted(.attributes(" href=\"#user-content-fn-\(number)\"")) + ">\(number)</a></sup>")
    }

    private mutating func writeWikilink(_ wikilink: Wikilink, isEmbed: Bool) {
        let link = wikilink.link(isEmbed: isEmbed, isBlock: false)
        if wikilink.isTableOfContents {
            writeTrusted("span", .tableOfContents)
        } else if link.target.isEmpty, !isEmbed, let fragment = link.fragment {
            writeTrusted("span", .fragmentLink(fragment: fragment, text: link.text))
        } else if link.target.isEmpty {
            writeEscaped((isEmbed ? "![[" : "[[").utf8)
            writeEscaped(link.text.utf8)
            write("]]")
        } else {
            writeTrusted("span", .slot(link))
        }
    }

    mutating func writeMath(_ tex: ArraySlice<UInt8>, isBlock: Bool, isDisplay: Bool = true) {
        output.hasMath = true
        let name = isBlock ? "div" : "span"
        var html = Array("<\(name) class=\"math math-\(isDisplay ? "display" : "inline")\"><code>".utf8)
        html.appendEscaped(contentsOf: tex)
        html.append(contentsOf: "</code></\(name)>".utf8)
        if isBlock { html.append(10) }
        writeTrusted(name, .verbatim(html: html, text: Array(tex), isBlock: isBlock))
    }

    mutating func writeCode(_ code: ArraySlice<UInt8>, info: ArraySlice<UInt8>) {
        let language = CodeLanguage(info: info)
        if language?.name == "math" { return writeMath(code.trimmingBlanks, isBlock: true) }
        if let language { output.codeLanguages.insert(language.name) }
        var html = Array("<pre><code".utf8)
        if let language { html.append(contentsOf: " class=\"language-\(language.name)\"".utf8) }
        html.append(UInt8(ascii: ">"))
        highlighter.append(code, language, to: &html)
        html.append(contentsOf: "</code></pre>\n".utf8)
        writeTrusted("div", .verbatim(html: html, text: Array(code), isBlock: true))
    }
}
