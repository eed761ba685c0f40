/// A parsed HTML fragment as values, each element before its children.
struct HTMLTree {
    /// One attribute; ranges are of `text`.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    /// An element or a run of text.
    struct Node {
        enum Kind: Equatable {
            /// The number of its tag, or nil where the standard does not know it.
            case element(tag: Int?)
            /// Of SVG or MathML.
            case foreign
            case text
        }

        var kind: Kind
        /// Of `attributes`, or of `text` where it is text.
        var range: Range<Int>
        /// The index after its last descendant.
        var end: Int
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    var text: [UInt8] = []

    /// The value of an attribute, by its name in lower case.
    func value(_ name: String, of node: Node) -> ArraySlice<UInt8>? {
        guard node.kind != .text else { return nil }
        for attribute in attributes[node.range] where text[attribute.name].elementsEqual(name.utf8) { return text[attribute.value] }
        return nil
    }
}
