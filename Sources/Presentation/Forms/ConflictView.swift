import Wording

/// Two people changed the same words: all three texts, and the merge with the places to settle in a form.
package struct ConflictView: Screen {
    package static let template = "conflict"

    private let own: [String: TemplateValue]
    private let sentence: SentenceView
    private let places: [ConflictPlace]
    private let save: SaveFields

    /// - Parameters:
    ///   - base, theirs, yours: whole texts as UTF-8.
    ///   - merged: the text with markers around what is left to settle.
    ///   - tip: the full id of the revision that the settled text will follow.
    ///   - theirAuthor: who saved meanwhile.
    ///   - theirSeconds: when, Unix.
    package init(
        path: [UInt8], title: String, base: [UInt8], theirs: [UInt8], yours: [UInt8], merged: [UInt8], places: [ConflictPlace],
        tip: String, theirAuthor: String, theirSeconds: Int, save: SaveFields, in context: ViewContext
    ) {
        self.places = places
        self.save = save
        let urls = context.urls
        sentence = SentenceView(
            "conflict.what",
            [
                "name": .person(PersonView(name: theirAuthor, in: context)),
                "time": .time(Moment(seconds: theirSeconds, in: context)),
                "change": .link(context.words.text("conflict.theirChange"), href: urls.diff(path, to: tip)),
            ], in: context)
        own = [
            "heading": .text(raw: context.words.text("conflict.heading", ["title": .text(title)])),
            "count": .text(raw: context.words.text("conflict.count", ["count": .number(places.count)])),
            "action": .text(raw: urls.edit(path)),
            "previewHref": .text(raw: urls.preview(path)),
            "pageHref": .text(raw: urls.page(path)),
            "draft": .text(bytes: path.isEmpty ? Array("/".utf8) : path),
            "baseText": .text(bytes: base), "theirText": .text(bytes: theirs), "yourText": .text(bytes: yours),
            "merged": .text(verbatim: merged),
            "base": .text(raw: tip),
            "leave": .text(raw: context.words.text("edit.leave")),
        ]
    }

    package var scripts: [String] { ["edit.js", "math.js"] }
    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] {
        own.merging(["sentence": .view(sentence), "places": .views(places), "save": .view(save)]) { own, _ in own }
    }
}
