/// What happened to a block besides its words, said in words, with the way to the other end of a move.
struct BlockMark: TemplateView, Hashable {
    let text: String
    /// What links lead here by.
    var id: String?
    /// The other end of a move.
    var href: String?
    /// What that link says.
    var link: String?

    var fields: [String: TemplateValue] {
        ["text": .text(raw: text), "id": .text(raw: id), "href": .text(raw: href), "link": .text(raw: link)]
    }
}
