/// What becomes of an element of an article in a book: its name there, and what may stand in it.
///
/// Source of what may stand where: the content models of the HTML standard, as EPUB 3 binds them to XML. They are held a little
/// narrower where readers of books gain nothing from the wider ones.
struct BookElement {
    /// What may stand in an element.
    enum Model: Equatable {
        /// Blocks and words.
        case flow
        /// Words alone.
        case phrasing
        /// Entries of a list.
        case list
        /// Terms and what they mean.
        case definitions
        /// Parts of a table.
        case table
        /// Rows.
        case rows
        /// Cells.
        case cells
    }

    /// How it is treated.
    enum Kind: Equatable {
        /// Stands among words.
        case inline
        /// A block.
        case block
        /// A block that stands only in an element of this model, and is a plain block elsewhere.
        case part(of: Model)
        /// A break without content.
        case void
        /// Left out with its content.
        case dropped
        /// Treated by a function of its own.
        case special
    }

    let name: String
    let kind: Kind
    let model: Model
    /// Says in a style sheet what it was.
    var mark: String?

    /// The rule of an element; nil for one whose content alone stays.
    static func of(_ name: String) -> BookElement? { rules[name] }

    private static let rules: [String: BookElement] = {
        var rules: [String: BookElement] = [:]
        func add(_ names: String, _ kind: Kind, _ model: Model, as name: String? = nil, mark: String? = nil) {
            for source in names.split(separator: " ").map(String.init) {
                rules[source] = BookElement(name: name ?? source, kind: kind, model: model, mark: mark)
            }
        }
        add("abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var", .inline, .phrasing)
        add("strike", .inline, .phrasing, as: "s")
        add("tt", .inline, .phrasing, as: "code")
        add("font time", .inline, .phrasing, as: "span")
        add("big", .inline, .phrasing, as: "span", mark: "big")
        add("p h1 h2 h3 h4 h5 h6 pre", .block, .phrasing)
        add("aside blockquote div figure nav section", .block, .flow)
        add("center", .block, .flow, as: "div", mark: "align-center")
        add("details", .block, .flow, as: "div", mark: "details")
        add("summary", .block, .phrasing, as: "p", mark: "summary")
        add("ul ol", .block, .list)
        add("dl", .block, .definitions)
        add("table", .block, .table)
        add("li", .part(of: .list), .flow)
        add("dt", .part(of: .definitions), .phrasing)
        add("dd", .part(of: .definitions), .flow)
        add("caption", .part(of: .table), .phrasing)
        add("thead tbody tfoot", .part(of: .table), .rows)
        add("tr", .part(of: .rows), .cells)
        add("td", .part(of: .cells), .flow)
        add("th", .part(of: .cells), .phrasing)
        add("br hr wbr", .void, .phrasing)
        add("colgroup col rp", .dropped, .phrasing)
        add("a audio bdo figcaption img input rt ruby video", .special, .phrasing)
        return rules
    }()
}
