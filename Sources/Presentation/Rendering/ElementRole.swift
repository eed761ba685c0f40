/// What an element of an article is to a difference.
enum ElementRole: Equatable {
    /// Within a line, with an end tag.
    case inline
    /// Within a line, without content: `br`.
    case lineBreak
    /// One thing that is the same or another as a whole: a recording, a formula.
    case atom
    /// As `atom`, and the same where it shows the same file, whatever it is called: `img`.
    case picture
    /// As `atom`, and a block of its own: a rule, a displayed formula, a page shown in place, a table of contents.
    case blockAtom
    /// The sign that leads to a footnote: whichever number it has, it is the same.
    case footnoteSign
    /// Says nothing: the box of a task.
    case silent
    /// Says nothing: a way back from a footnote.
    case backReference
    /// A block that holds others.
    case block
    case heading(Int)
    case preformatted
    case list(isOrdered: Bool)
    case item
    case quote
    case details
    case row
    case cell(isHeader: Bool)

    /// Elements that have no end tag.
    static let void: Set<String> = ["br", "hr", "wbr", "col", "img", "input"]

    private static let byName: [String: ElementRole] = {
        var roles: [String: ElementRole] = [
            "br": .lineBreak, "img": .picture, "audio": .atom, "video": .atom, "hr": .blockAtom, "nav": .blockAtom, "wbr": .silent,
            "col": .silent, "colgroup": .silent, "input": .silent, "pre": .preformatted, "ul": .list(isOrdered: false),
            "ol": .list(isOrdered: true), "li": .item, "blockquote": .quote, "aside": .quote, "details": .details, "tr": .row,
            "td": .cell(isHeader: false), "th": .cell(isHeader: true),
        ]
        for level in 1...6 { roles["h\(level)"] = .heading(level) }
        let blocks = "caption center dd div dl dt figcaption figure p section summary table tbody tfoot thead"
        for name in blocks.split(separator: " ") { roles[String(name)] = .block }
        return roles
    }()

    /// - Parameter classes: the value of the element's `class`, which only our own renderer can have written.
    init(name: String, classes: some Collection<UInt8>) {
        let role = ElementRole.byName[name] ?? .inline
        self = role
        guard !classes.isEmpty else { return }
        if classes.starts(with: "math".utf8) { self = role == .block ? .blockAtom : .atom }
        if classes.elementsEqual("embed".utf8) { self = .blockAtom }
        if classes.elementsEqual("footnote-ref".utf8) { self = .footnoteSign }
        if classes.elementsEqual("footnote-backref".utf8) { self = .backReference }
    }

    /// Whether it stands in no line of text.
    var isBlock: Bool {
        switch self {
        case .inline, .lineBreak, .atom, .picture, .footnoteSign, .silent, .backReference: false
        default: true
        }
    }

    /// Whether a difference does not look into it.
    var isWhole: Bool {
        switch self {
        case .lineBreak, .atom, .picture, .blockAtom, .footnoteSign, .silent, .backReference: true
        default: false
        }
    }
}

extension ArticleTree.Node {
    /// Whether it leads to a footnote or back from one.
    var isFootnoteLink: Bool { role == .footnoteSign || role == .backReference }
}
