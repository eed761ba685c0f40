/// What no page may hold, whatever people wrote: scripts and styles in the page itself, handlers, dangerous addresses.
enum InertPage {
    /// Everything in an answer's HTML that could run.
    static func problems(_ answer: Answer) -> [String] {
        guard answer["content-type"]?.hasPrefix("text/html") == true else { return [] }
        return answer.html.tags.flatMap(problems)
    }

    private static func problems(_ tag: HTMLText.Tag) -> [String] {
        var found: [String] = []
        // Linked data is read by machines and run by nobody.
        if tag.name == "script", tag["src"] == nil, tag["type"] != "application/ld+json" { found.append("a script in the page") }
        if tag.name == "script", let source = tag["src"], !source.hasPrefix("/") { found.append("a script from \(source)") }
        if ["style", "iframe", "object", "embed", "base", "applet", "frame", "frameset"].contains(tag.name) {
            found.append("<\(tag.name)>")
        }
        for (name, value) in tag.attributes {
            if name.hasPrefix("on") { found.append("<\(tag.name) \(name)>") }
            if name == "style" || name == "srcdoc" { found.append("<\(tag.name) \(name)>") }
            let address = String(decoding: value, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
            let isAddress = ["href", "src", "action", "formaction", "xlink:href", "poster", "data"].contains(name)
            if isAddress, ["javascript:", "vbscript:", "data:text", "data:image/svg"].contains(where: address.hasPrefix) {
                found.append("<\(tag.name) \(name)=\(address.prefix(40))>")
            }
        }
        if tag.name == "meta", tag["http-equiv"] != nil { found.append("<meta http-equiv>") }
        return found
    }
}
