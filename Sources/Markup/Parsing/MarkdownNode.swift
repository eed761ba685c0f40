/// One node of a Markdown page. Nodes stand in one array in the order of the text, each before its children.
struct MarkdownNode: Equatable {
    /// What it is. Ranges are of `MarkdownTree.text`.
    enum Kind: Equatable {
        case document
        case blockQuote
        case list(start: Int?)
        case item(isChecked: Bool?)
        case codeBlock(info: Range<Int>)
        case htmlBlock
        case paragraph(isTight: Bool)
        case heading(level: Int)
        case thematicBreak
        case footnoteDefinition(number: Int)
        case table(alignments: [Alignment])
        case tableRow(isHeader: Bool)
        case tableCell
        case text
        case softBreak
        case lineBreak
        case code
        case htmlInline
        case emphasis
        case strong
        case strikethrough
        case mark
        case link(target: Range<Int>, title: Range<Int>)
        case image(target: Range<Int>, title: Range<Int>)
        case footnoteReference(number: Int)
        case wikilink(isEmbed: Bool)
        case math(isDisplay: Bool)
        case comment
        case mathBlock
        case alert(Alert)
        case alertTitle(Alert)
        case unknown
    }

    /// Of a table's column.
    enum Alignment: UInt8 {
        case none = 0
        case left = 108
        case center = 99
        case right = 114

        var name: String? {
            switch self {
            case .none: nil
            case .left: "left"
            case .center: "center"
            case .right: "right"
            }
        }
    }

    var kind: Kind
    /// Its own text, where its kind has one.
    var text: Range<Int>
    /// The index after its last descendant.
    var end: Int
}
