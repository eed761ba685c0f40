/// A second, independent reading of our output: it must be so simple that forty lines can judge it.
struct AuditedHTML {
    private(set) var problems: [String] = []
    private static let forbiddenElements: Set<String> = [
        "script", "style", "iframe", "object", "embed", "form", "button", "svg", "math", "base", "meta", "link", "textarea", "title",
        "template", "select",
        "noscript", "plaintext", "body", "html", "article",
    ]
    private static let allowedAttributes: Set<String> = [
        "href", "aria-label", "src", "alt", "title", "id", "class", "rel", "align", "width", "height", "loading", "controls", "preload",
        "colspan",
        "rowspan", "open",
        "start", "type", "disabled", "checked", "cite", "color", "tabindex", "lang", "dir", "valign", "datetime", "border", "value", "span",
        "scope", "reversed",
    ]

    init(_ html: String) {
        var rest = Array(html.unicodeScalars)[...]
        var open: [String] = []
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else {
                problems.append("a tag without an end")
                break
            }
            judge(rest[(start + 1)..<end], &open)
            rest = rest[(end + 1)...]
        }
        if !open.isEmpty { problems.append("left open: \(open)") }
    }

    private mutating func judge(_ tag: ArraySlice<Unicode.Scalar>, _ open: inout [String]) {
        let text = String(String.UnicodeScalarView(tag))
        if text.hasPrefix("/") {
            if open.popLast() != String(text.dropFirst()) { problems.append("unexpected end \(text)") }
            return
        }
        let name = String(text.prefix { $0 != " " })
        if Self.forbiddenElements.contains(name) { problems.append("element \(name)") }
        if name.isEmpty || !name.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) }) {
            problems.append("name \(name)")
        }
        if !["br", "hr", "img", "input", "col", "wbr"].contains(name) { open.append(name) }
        var isName = true
        var attribute = ""
        for scalar in text.unicodeScalars.dropFirst(name.unicodeScalars.count) {
            if scalar == "\"" {
                isName.toggle()
                if !isName { judge(attribute: attribute) }
                attribute = ""
            } else if isName {
                if scalar == " " { judge(attribute: attribute) }
                attribute = scalar == " " ? "" : attribute + String(scalar)
            } else {
                attribute += String(scalar)
                if attribute.lowercased().hasPrefix("javascript:") { problems.append("address \(attribute)") }
            }
        }
        judge(attribute: attribute)
    }

    private mutating func judge(attribute: String) {
        let name = attribute.split(separator: "=", omittingEmptySubsequences: true).first.map(String.init) ?? ""
        if !name.isEmpty, !Self.allowedAttributes.contains(name) { problems.append("attribute \(name)") }
    }
}
