/// What the sanitiser does with an element. What has no rule is left out and its content stays.
struct ElementRule {
    /// How it is written.
    enum Shape {
        /// With an end tag, within a line.
        case inline
        /// With an end tag, a block of its own.
        case block
        /// Without content.
        case void
        /// A heading of a level.
        case heading(Int)
        /// `a`
        case anchor
        /// `img`
        case image
        /// `video` or `audio`
        case media(DocumentLink.Kind)
        /// A table, put in a box that scrolls by itself.
        case table
        /// Left out with all its content.
        case dropped
        /// Only where it is ours.
        case ours
    }

    var name: String
    var shape: Shape
    /// Attributes of authors beside those that every element may have.
    var attributes: Set<String> = []

    /// Rules by gumbo's number of the tag.
    static let byTag: [ElementRule?] = Gumbo.tagNames.map { rules[$0] }

    /// What every element may have. There is no `class`, no `style` and no handler of events among them.
    static let commonAttributes: Set<String> = ["title", "lang", "dir", "align", "id"]

    private static let rules: [String: ElementRule] = {
        var result: [String: ElementRule] = [:]
        func add(_ names: String, _ shape: Shape, _ attributes: Set<String> = []) {
            for name in names.split(separator: " ") {
                result[String(name)] = ElementRule(name: String(name), shape: shape, attributes: attributes)
            }
        }
        add("abbr b bdi bdo big cite code dfn em i kbd mark rp rt ruby s samp small span strike strong sub summary sup tt u var", .inline)
        add("font", .inline, ["color"])
        add("del ins", .inline, ["cite", "datetime"])
        add("q", .inline, ["cite"])
        add("time", .inline, ["datetime"])
        add("caption center dd div dl dt figcaption figure p pre tbody tfoot thead ul", .block)
        add("blockquote", .block, ["cite"])
        add("tr", .block, ["valign"])
        add("details", .block, ["open"])
        add("li", .block, ["value"])
        add("ol", .block, ["start", "type", "reversed"])
        add("td th", .block, ["colspan", "rowspan", "valign", "width", "scope"])
        add("colgroup", .block, ["span"])
        add("col", .void, ["span", "width"])
        add("br hr wbr", .void)
        for level in 1...6 { add("h\(level)", .heading(level)) }
        add("a", .anchor)
        add("img", .image)
        add("video", .media(.video))
        add("audio", .media(.audio))
        add("table", .table, ["width", "border"])
        add("aside section", .ours)
        add("script style iframe object embed applet template title head noscript noframes noembed xmp plaintext", .dropped)
        return result
    }()
}
